/** What is public already and may be the same as a draft: better nothing than a wrong guess, which teaches people to look away. */
import type { DatabaseSync } from 'node:sqlite';
import { type Alike, type DraftToCompare, mostAlike } from '@hanoi/core/search/schema';
import { type Candidate, openFinder } from '../query/candidates.ts';
import { openCorrector } from '../query/correct.ts';
import { likeness, sharedWords, type Telling, type Texts, type Vector, vectorOf } from '../query/likeness.ts';
import { foundLoosely } from '../query/loose.ts';
import { termsIn } from '../query/plan.ts';
import { openRanker } from '../query/rank.ts';
import { openSaid } from '../replica/said.ts';
import { openSpellings } from '../replica/spellings.ts';
import { type Word, wordsIn } from '../text/words.ts';
import type { FoundReader } from './found.ts';

/** The most telling terms of the draft, by which candidates are found; how many of these are compared. */
const most = { terms: 14, inAll: 60 };
/** Of a challenge's solutions, the newest are compared. */
const mostSolutions = 200;
/** How alike two texts must be, 0 to 1; less where they are also in the same ward. Set by `npm run relevance`. */
const threshold = { anywhere: 0.28, sameWard: 0.22 };
const mostShared = 4;

/** Compares with what is in the replica in `db`. */
export function openAlike(
  db: DatabaseSync,
  reader: FoundReader,
): (draft: DraftToCompare, challenge?: string) => Alike[] {
  const finder = openFinder(db);
  const { telling } = openRanker(db, openCorrector(db));
  const said = openSaid(db);
  const { word } = openSpellings(db);

  return ({ title, summary, ward }, challenge) => {
    const draft = { title: wordsIn(title), summary: wordsIn(summary), body: [] };
    const words = [...draft.title, ...draft.summary];
    if (new Set(words.map(({ folded }) => folded)).size < 2) return [];
    // The same words are weighed again and again.
    const weighed = new Map<string, number>();
    const weighing: Telling = (term) => {
      const key =
        term.words.length === 1 && term.others.length === 0
          ? term.words[0]!.folded
          : term.concept && `=${term.concept}`;
      const weight = (key && weighed.get(key)) || telling(term);
      if (key) weighed.set(key, weight);
      return weight;
    };
    const own = vectorOf(draft, weighing);
    const compared = candidatesOf(words, challenge, weighing)
      .map((candidate) => compare(candidate, own, ward, weighing))
      .sort((a, b) => b.score - a.score);
    return compared
      .filter(({ score, samePlace }) => score >= (samePlace ? threshold.sameWard : threshold.anywhere))
      .slice(0, mostAlike)
      .flatMap(answer);
  };

  function candidatesOf(words: readonly Word[], challenge: string | undefined, weighing: Telling): Candidate[] {
    if (challenge) return finder.below({ id: challenge }, { solution: mostSolutions });
    const terms = new Map(termsIn(words).map((term) => [term.words.map(({ exact }) => exact).join(' '), term]));
    return foundLoosely(finder, { terms: [...terms.values()], without: [] }, weighing, { kind: 'challenge' }, most);
  }

  function compare(candidate: Candidate, own: Vector, ward: string | null, weighing: Telling): Comparison {
    const texts = textsOf(candidate);
    const other = vectorOf(texts, weighing);
    const samePlace = ward !== null && ward === candidate.ward;
    return { candidate, texts, score: likeness(own, other), samePlace, shared: sharedWords(own, other) };
  }

  function textsOf({ n }: Candidate): Texts {
    const { title, summary, body } = said(n);
    return { title: Array.from(title, word), summary: Array.from(summary, word), body: Array.from(body, word) };
  }

  function answer({ candidate, texts, score, shared, samePlace }: Comparison): Alike[] {
    const folded = new Set(shared.flatMap((key) => key.split(' ')));
    const [found] = reader.found([candidate.n], { folded, exact: new Set() });
    if (!found) return [];
    const spelt = [texts.title, texts.summary, texts.body];
    const sharedWords = shared.slice(0, mostShared).map((key) => speltIn(spelt, key));
    const reasons: Alike['reasons'] = samePlace ? ['words', 'place'] : ['words'];
    return [{ ...found, reasons, sharedWords, likeness: Math.min(1, Math.round(100 * score) / 100) }];
  }
}

type Comparison = { candidate: Candidate; texts: Texts; score: number; samePlace: boolean; shared: string[] };

/** Folded words as the texts spell them. */
function speltIn(texts: readonly (readonly Word[])[], key: string): string {
  const wanted = key.split(' ');
  for (const words of texts) {
    const at = words.findIndex((_, index) => wanted.every((folded, step) => words[index + step]?.folded === folded));
    if (at >= 0)
      return words
        .slice(at, at + wanted.length)
        .map(({ exact }) => exact)
        .join(' ');
  }
  return key;
}
