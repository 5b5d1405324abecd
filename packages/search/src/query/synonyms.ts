/** Reads `data/synonyms.ts`: words that mean the same. */
import { synonymsText } from '../data/synonyms.ts';
import { hasMarks, type Word, wordsIn } from '../text/words.ts';

/** A phrase as it is typed, and the phrases that are looked for beside it. */
export type Synonym = { words: readonly Word[]; others: readonly (readonly Word[])[] };

let made: ReadonlyMap<string, Synonym[]> | undefined;

/** All phrases by their first folded word, the longest first. */
export function synonyms(): ReadonlyMap<string, Synonym[]> {
  made ??= make(synonymsText);
  return made;
}

function make(text: string): Map<string, Synonym[]> {
  const all = new Map<string, { words: readonly Word[]; others: Word[][] }>();
  const add = (phrase: string, others: readonly string[]) => {
    const words = wordsIn(phrase);
    const key = words.map(({ exact }) => exact).join(' ');
    const known = all.get(key) ?? { words, others: [] };
    known.others.push(...others.map(wordsIn));
    all.set(key, known);
  };
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const [short, long] = line.split('=>');
    const group = short!.split(',').map((phrase) => phrase.trim());
    if (long !== undefined) add(short!.trim(), [long.trim()]);
    else for (const [index, phrase] of group.entries()) add(phrase, group.toSpliced(index, 1));
  }
  const byFirst = Map.groupBy(all.values(), ({ words }) => words[0]!.folded);
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

/** Whether what was typed may stand for `meant`: with marks, only for the very word; without, for any. */
export function mayMean(typed: Word, meant: Word): boolean {
  if (typed.folded !== meant.folded) return false;
  return !hasMarks(typed) || typed.exact === meant.exact;
}
