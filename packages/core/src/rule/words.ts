/** The words of an entry as it is written: `bán|mua … súng` is any of the first words, up to four others, and the last. */
import { piecesOf } from './piece.ts';
import { gapSign, partsOf } from './schema.ts';
import { sortedSet } from './sign.ts';

/** A word of the list: its letters, and their marks; or a gap. */
export type Token = { base: string; marks: string };
export const gap: Token = { base: gapSign, marks: '' };
/** Words of a text that a gap may leave out. */
export const widestGap = 4;

/** Every way to say the words of an entry. */
export function waysOf(words: string): Token[][] {
  let ways: Token[][] = [[]];
  for (const part of partsOf(words)) {
    const choices = part === gapSign ? [[gap]] : part.split('|').map(tokensOf);
    ways = ways.flatMap((way) => choices.map((choice) => [...way, ...choice]));
  }
  return ways;
}

/** Words without choices, cut as a text is. */
export function tokensOf(words: string): Token[] {
  return piecesOf(words).map(({ signs }) => ({
    base: signs.map(({ base }) => base).join(''),
    marks: sortedSet(signs.flatMap(({ marks }) => [...marks])),
  }));
}
