/**
 * What is left when a Vietnamese keyboard was off: `dduwowngf` (Telex) or `d9u7o7ng2` (VNI) for `đường`. Only the word without its
 * marks is read from it, which is what searches compare.
 */
import { isSyllable } from './syllable.ts';

/** The folded word that was meant; undefined when the letters are no such left-over. */
export function typedAs(word: string): string | undefined {
  if (!/^[a-z][a-z1-9]*$/.test(word) || isSyllable(word)) return undefined;
  const read = /[1-9]/.test(word) ? word.replace(/[1-9]/g, '') : fromTelex(word);
  return read !== word && isSyllable(read) ? read : undefined;
}

/** Tone letters stand after the vowel; letters are doubled for a hat, `w` makes a horn or is `ư` itself. */
function fromTelex(word: string): string {
  const toneless = word.replace(/([aeiouyw])([a-z]*?)[sfrxj](?=[a-z]*$)/, '$1$2');
  return toneless
    .replace(/([aou])w|w(?=[aou])/g, (whole, vowel: string | undefined) => vowel ?? (whole === 'w' ? 'u' : ''))
    .replace(/w/g, word.match(/[aou].*w/) ? '' : 'u')
    .replace(/^dd|^d(.*)d$/, (_, middle: string | undefined) => `d${middle ?? ''}`)
    .replace(/aa/g, 'a')
    .replace(/ee/g, 'e')
    .replace(/oo/g, 'o')
    .replace(/([aeo])([a-z]*)\1$/, '$1$2');
}
