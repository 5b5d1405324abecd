/** Which words of a question are English, and so no slips for Vietnamese ones: `late` is not `lát`, though it is one letter off. */

import { isSyllable } from '@hanoi/core/shared/syllable';
import { daleChall } from 'dale-chall';
import { typedAs } from '../text/typing.ts';
import { formsOf, hasMarks, unmarked, type Word } from '../text/words.ts';

export type English = {
  /** The words that are right as they stand. */
  words: ReadonlySet<Word>;
  /** The words that may be English. */
  common: ReadonlySet<Word>;
  /** Whether the question is mostly English: then no word of it was meant for a Vietnamese one. */
  isMost: boolean;
};

let made: ReadonlySet<string> | undefined;

/** The stems of the three thousand commonest words (Dale and Chall). */
function stems(): ReadonlySet<string> {
  made ??= new Set(daleChall.map((word) => formsOf(word).folded));
  return made;
}

/** The English among the words of a question. `hoof` and `car` may be left over from Telex, unless an English word is with them. */
export function englishOf(words: readonly Word[]): English {
  const common = words.filter((word) => !hasMarks(word) && !isSyllable(word.exact) && stems().has(word.folded));
  const sure = common.filter(({ exact }) => typedAs(unmarked(exact)) === undefined);
  const isMost = sure.length > 0 && common.length * 2 >= words.length && !words.some(hasMarks);
  return { words: new Set(sure.length > 0 ? common : []), common: new Set(common), isMost };
}
