/** Whether a path through a text is the words of an entry: by marks, and by what the typing without marks leaves open. */
import { isSyllable } from '../shared/syllable.ts';
import type { Reading } from './reading.ts';
import type { RuleEntry } from './schema.ts';
import type { Pattern } from './trie.ts';
import type { Token } from './words.ts';

// A syllable that ends so has an acute or a dot in every Vietnamese word; without, its mark is missing.
const stopped = /[aeiouy](?:c|ch|p|t)$/;
const hasTone = /[sfrxj]/;

type Fit = 'as typed' | 'mark missing' | 'open' | 'none';

/** How a word as read fits a word of the list. */
function fitOf({ base, marks }: Reading, token: Token): Fit {
  if (marks === token.marks) return 'as typed';
  // What a star hides had the marks.
  if (base.includes('*')) return [...marks].every((mark) => token.marks.includes(mark)) ? 'as typed' : 'none';
  if (token.marks === '') return 'none';
  const isMissing = stopped.test(base) && !hasTone.test(marks) && hasTone.test(token.marks);
  if (marks === '') return isMissing ? 'mark missing' : 'open';
  const isPartly = [...marks].every((mark) => token.marks.includes(mark));
  return isMissing && isPartly ? 'as typed' : 'none';
}

export type Path = readonly Reading[];

/** How a text is typed: with marks; without any; or too short to say. */
export type Typing = 'marked' | 'unmarked' | 'short';

/** Whether the path is the pattern of an entry, in a text that is typed so. */
export function accepts(pattern: Pattern, path: Path, entry: RuleEntry, typing: Typing): boolean {
  const fits = path.map((reading, at) => fitOf(reading, pattern.tokens[at]!));
  if (fits.includes('none') || (path.length === 1 && path[0]!.isPart)) return false;
  const isDisguised = path.some((reading) => reading.isDisguised);
  if (fits.every((fit) => fit === 'as typed')) return isDisguised || !isOpenWord(pattern, entry, typing);
  if (entry.unmarked !== undefined) return entry.unmarked;
  if (entry.kind === 'word') return isDisguised && path[0]!.base.length > 2;
  return pattern.isOneWord || typing !== 'marked' || isDisguised || fits.includes('mark missing');
}

/** `ngu` in a text without marks may be `ngủ`, `ngư` or `ngữ`; so may a phrase that counts with its marks only. */
function isOpenWord({ tokens }: Pattern, { kind, unmarked }: RuleEntry, typing: Typing): boolean {
  if (typing !== 'unmarked' || unmarked === true || tokens.some(({ marks }) => marks !== '')) return false;
  return unmarked === false || (kind === 'word' && isSyllable(tokens[0]!.base));
}

/** The same for words that excuse: in a text without marks, those of a phrase may lack theirs. */
export function excuses(tokens: readonly Token[], path: Path, typing: Typing): boolean {
  const mayLack = typing !== 'marked' && path.length > 1;
  return path.every(({ marks }, at) => marks === tokens[at]!.marks || (mayLack && marks === ''));
}
