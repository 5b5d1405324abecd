/** What somebody who types this may be looking for: titles that begin so or have such a word, tags and wards. */
import type { DatabaseSync } from 'node:sqlite';
import { mostSuggestions, type Suggestion } from '@hanoi/core/search/schema';
import { isSubjectId, kindOf } from '@hanoi/core/shared/ids';
import { specOf } from '@hanoi/core/subject/kinds';
import { wardNames } from '@hanoi/core/ward/names';
import { openCorrector } from '../query/correct.ts';
import { placeSorts, wardsOf } from '../query/gazetteer.ts';
import { placeAt } from '../query/plan.ts';
import { openSaid } from '../replica/said.ts';
import { openSpellings } from '../replica/spellings.ts';
import { hasMarks, type PlacedWord, unmarked, type Word, wordsIn } from '../text/words.ts';

/** Titles that are looked at, the newest. */
const mostTitles = 60;
const longestTyped = 80;

type Titled = { n: number; id: string; support: number };

/** Suggests from the replica in `db`. */
export function openSuggest(db: DatabaseSync): (question: string) => Suggestion[] {
  const corrector = openCorrector(db);
  const titles = db.prepare(
    `SELECT d.n, d.id, d.support FROM (SELECT rowid FROM title_words WHERE title_words MATCH ? ORDER BY rowid DESC LIMIT ?) w
     JOIN doc d ON d.n = w.rowid WHERE d.shown = 1`,
  );
  const titleOf = db.prepare('SELECT title FROM content WHERE n = ?');
  const said = openSaid(db);
  const { word } = openSpellings(db);
  const tags = db.prepare('SELECT tag FROM tag WHERE folded >= ? AND folded < ? LIMIT 20');

  const titlesLike = (words: readonly Word[]): Suggestion[] => {
    const found = titles.all(prefixMatch(words), mostTitles) as Titled[];
    const scored = found
      .map((one) => ({ ...one, score: titleScore(Array.from(said(one.n).title, word), one.support, words) }))
      .sort((a, b) => b.score - a.score);
    // Only the titles that are shown are read; two things may have the same.
    const texts = new Map<string, Suggestion>();
    for (const { n, id } of scored) {
      const { title } = titleOf.get(n) as { title: string };
      if (!texts.has(title)) texts.set(title, suggestionOf(id, title));
      if (texts.size === mostSuggestions) break;
    }
    return [...texts.values()];
  };

  return (question) => {
    const typed = question.slice(0, longestTyped);
    const words = wordsIn(typed);
    if (words.length === 0) return [];
    let found = titlesLike(words);
    if (found.length === 0) {
      const better = corrected(words);
      if (better) found = titlesLike(better);
    }
    const others = [...wardsLike(words).slice(0, found.length > 0 ? 2 : 4), ...tagsLike(typed).slice(0, 2)];
    return [...found.slice(0, mostSuggestions - others.length), ...others];
  };

  /** The words as they were probably meant; undefined where nothing is known to be better. */
  function corrected(words: readonly PlacedWord[]): PlacedWord[] | undefined {
    const [better] = corrector.meant([{ words, isQuoted: false }]);
    return better && better.words !== words ? [...better.words] : undefined;
  }

  function tagsLike(typed: string): Suggestion[] {
    const folded = unmarked(formsOfAll(typed));
    const rows = tags.all(folded, `${folded}\u{10FFFF}`) as { tag: string }[];
    return rows.map(({ tag }) => ({ kind: 'tag', text: tag, path: null, value: tag }));
  }
}

function formsOfAll(typed: string): string {
  return wordsIn(typed)
    .map(({ exact }) => exact)
    .join(' ');
}

/** All words but the last whole, the last one as a beginning. */
function prefixMatch(words: readonly Word[]): string {
  return words
    .map(({ folded, exact }, index) => (index === words.length - 1 ? `"${unmarked(exact)}" *` : `"${folded}"`))
    .join(' AND ');
}

function titleScore(words: readonly Word[], support: number, typed: readonly Word[]): number {
  const same = typed.filter((word) => hasMarks(word) && words.some(({ exact }) => exact.startsWith(word.exact))).length;
  const first = words.findIndex(({ folded }) => folded.startsWith(unmarked(typed[0]!.exact)));
  const begins = typed.every((word, index) => words[first + index]?.folded.startsWith(unmarked(word.exact)));
  return same * 4 + (begins ? 3 : 0) + (begins && first === 0 ? 2 : 0) + Math.log10(1 + support);
}

function suggestionOf(id: string, title: string): Suggestion {
  if (!isSubjectId(id)) return { kind: 'organisation', text: title, path: `/search?organisation=${id}`, value: id };
  const kind = kindOf(id);
  return { kind, text: title, path: `/${specOf(kind).path}/${id}`, value: null };
}

let wards: { code: string; name: string; words: Word[] }[] | undefined;

function wardsLike(typed: readonly Word[]): Suggestion[] {
  wards ??= Object.entries(wardNames).map(([code, [name]]) => ({ code, name, words: wordsIn(name).slice(1) }));
  const [sort] = typed.map(({ folded }) => folded);
  const named = placeSorts.has(sort!) ? typed.slice(1) : typed;
  if (named.length === 0) return [];
  const begins = ({ words }: { words: Word[] }) =>
    named.every((word, index) => {
      const meant = words[index];
      if (!meant) return false;
      const isLast = index === named.length - 1;
      const [want, have] = hasMarks(word) ? [word.exact, meant.exact] : [unmarked(word.exact), meant.folded];
      return isLast ? have.startsWith(want) : have === want;
    });
  const today = wards.filter(begins);
  // What a ward or a district was called leads to the wards that it lies in now.
  const former = placeAt(named, 0);
  const { codes } =
    former?.folded.length === named.length ? wardsOf(former, named === typed ? undefined : sort) : nowhere;
  const all = new Set([...today, ...wards.filter(({ code }) => codes.includes(code))]);
  return [...all].map(({ code, name }) => ({ kind: 'ward', text: name, path: null, value: code }));
}

const nowhere: { codes: readonly string[] } = { codes: [] };
