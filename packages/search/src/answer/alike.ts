/** What is public already and may be the same as a draft: better nothing than a wrong guess, which teaches people to look away. */
import type { DatabaseSync } from 'node:sqlite';
import { type Alike, type DraftToCompare, mostAlike } from '@hanoi/core/search/schema';
import { openCorrector } from '../query/correct.ts';
import { likeness, sharedWords, type Telling, type Vector, vectorOf } from '../query/likeness.ts';
import { wordsIn } from '../text/words.ts';
import type { FoundReader } from './found.ts';

/** The most telling words of the draft, by which candidates are found. */
const mostAsked = 14;
const mostCompared = 60;
/** How alike two texts must be, 0 to 1; less where they are also in the same ward. Set by `npm run relevance`. */
const threshold = { anywhere: 0.3, sameWard: 0.24 };
const mostShared = 4;

type Compared = { n: number; title: string; text: string; ward: string | null };

/** Compares with what is in the replica in `db`. */
export function openAlike(
  db: DatabaseSync,
  reader: FoundReader,
): (draft: DraftToCompare, challenge?: string) => Alike[] {
  const corrector = openCorrector(db);
  const size = db.prepare('SELECT count(*) AS docs FROM doc WHERE shown = 1 AND kind = ?');
  const select = (where: string) =>
    db.prepare(
      `SELECT d.n, c.title, c.text, d.ward FROM subject_words w CROSS JOIN doc d ON d.n = w.rowid JOIN content c ON c.n = d.n
       WHERE subject_words MATCH ? AND d.shown = 1 AND ${where} ORDER BY bm25(subject_words, 6, 3, 0.3, 0, 0) LIMIT ${mostCompared}`,
    );
  const challenges = select("d.kind = 'challenge' AND ? IS NULL");
  const solutions = select("d.kind = 'solution' AND d.parent = ?");

  return (draft, challenge) => {
    const words = [...new Set(wordsIn(`${draft.title} ${draft.summary}`).map(({ folded }) => folded))];
    if (words.length < 2) return [];
    const all = Number(size.get(challenge ? 'solution' : 'challenge')?.docs ?? 0);
    const known = new Map<string, number>();
    const telling: Telling = (folded) => {
      const weight = known.get(folded) ?? Math.log(1 + (all + 10) / (1 + corrector.textsWith(folded)));
      known.set(folded, weight);
      return weight;
    };
    const asked = words.toSorted((a, b) => telling(b) - telling(a)).slice(0, mostAsked);
    const match = asked.map((word) => `"${word}"`).join(' OR ');
    const statement = challenge ? solutions : challenges;
    const rows = statement.all(match, challenge ?? null) as Compared[];
    const own = vectorOf(draft.title, draft.summary, telling);
    return rows
      .map((row) => compare(row, own, telling, draft.ward))
      .filter(({ score, samePlace }) => score >= (samePlace ? threshold.sameWard : threshold.anywhere))
      .sort((a, b) => b.score - a.score)
      .slice(0, mostAlike)
      .flatMap(answer);
  };

  function answer({ row, shared, samePlace }: Comparison): Alike[] {
    const words = shared.slice(0, mostShared);
    const folded = new Set(shared.flatMap((key) => key.split(' ')));
    const [found] = reader.found([row.n], { folded, exact: new Set() });
    if (!found) return [];
    const sharedWords = words.map((key) => speltIn(`${found.title} ${row.text}`, key));
    return [{ ...found, reasons: samePlace ? ['words', 'place'] : ['words'], sharedWords }];
  }
}

type Comparison = { row: Compared; score: number; samePlace: boolean; shared: string[] };

function compare(row: Compared, own: Vector, telling: Telling, ward: string | null): Comparison {
  const summary = row.text.split(' … ')[0]!;
  const other = vectorOf(row.title, summary, telling);
  return {
    row,
    score: likeness(own, other),
    samePlace: ward !== null && ward === row.ward,
    shared: sharedWords(own, other),
  };
}

/** Folded words as the text spells them. */
function speltIn(text: string, key: string): string {
  const wanted = key.split(' ');
  const words = wordsIn(text);
  const at = words.findIndex((_, index) => wanted.every((folded, step) => words[index + step]?.folded === folded));
  if (at < 0) return key;
  return text.slice(words[at]!.start, words[at + wanted.length - 1]!.end);
}
