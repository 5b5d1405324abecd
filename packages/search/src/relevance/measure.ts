/** How well the labelled questions are answered. */
import queries from '../../relevance/queries.json' with { type: 'json' };
import similar from '../../relevance/similar.json' with { type: 'json' };
import type { Answers } from '../answers.ts';
import { idOf } from './corpus.ts';

const firstTen = 10;
const firstFive = 5;

type Labelled = { q: string; why: string; relevant: Record<string, number> };
export type Judged = { q: string; why: string; ndcg: number };

/** Each labelled question, with its nDCG over the first ten results (Järvelin and Kekäläinen, 2002): 1 is the best order there is. */
export function judgeQueries({ search }: Answers): Judged[] {
  return (queries as unknown as Labelled[]).map(({ q, why, relevant }) => {
    const grades = new Map(Object.entries(relevant).map(([short, grade]) => [idOf(short), grade]));
    const { items } = search({ q, sort: 'relevance', limit: firstTen });
    const gained = gainOf(items.map(({ id }) => grades.get(id) ?? 0));
    const best = gainOf([...grades.values()].sort((a, b) => b - a).slice(0, firstTen));
    return { q, why, ndcg: best === 0 ? 1 : gained / best };
  });
}

function gainOf(grades: readonly number[]): number {
  return grades.reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
}

type Draft = { title: string; summary: string; ward?: string | null };

export type Likenesses = {
  /** Of the drafts that something is the same as: how many of them are shown it among the first five. */
  recall: number;
  missed: string[];
  /** Of the drafts that nothing is the same as: how many are shown something all the same. */
  wrong: number;
  wronged: string[];
};

/** How well drafts are compared with what is there. */
export function judgeLikenesses({ alike }: Answers): Likenesses {
  const shown = (draft: Draft, challenge?: string) =>
    alike({ ward: null, ...draft }, challenge)
      .slice(0, firstFive)
      .map(({ id }) => id);
  const duplicates = [
    ...similar.duplicates.map(({ draft, of }) => ({ draft: draft as Draft, of, parent: undefined })),
    ...similar.solutionDuplicates.map(({ draft, of, parent }) => ({ draft: draft as Draft, of, parent: idOf(parent) })),
  ];
  const missed = duplicates.filter(({ draft, of, parent }) => {
    const found = shown(draft, parent);
    return !of.some((short) => found.includes(idOf(short)));
  });
  const others: Draft[] = [...similar.near.map(({ draft }) => draft), ...similar.unrelated];
  const wronged = others.filter((draft) => shown(draft).length > 0);
  return {
    recall: 1 - missed.length / duplicates.length,
    missed: missed.map(({ draft }) => draft.title),
    wrong: wronged.length / others.length,
    wronged: wronged.map(({ title }) => title),
  };
}

/** The mean of some numbers. */
export function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
