/**
 * What is left when a Vietnamese keyboard was off: `dduwowngf` (Telex) or `d9u7o7ng2` (VNI) for `đường`. Only the word without its
 * marks is read from it, which is what searches compare.
 */
import { isSyllable } from '@hanoi/core/shared/syllable';

/** The folded word that was meant; undefined when the letters are no such left-over. */
export function typedAs(word: string): string | undefined {
  // `oo` stands in few words (`xoong`), and for `ô` in many.
  if (!/^[a-z][a-z1-9]*$/.test(word) || (isSyllable(word) && !word.includes('oo'))) return undefined;
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

const toneKeys: Record<string, string> = { 1: 's', 2: 'f', 3: 'r', 4: 'x', 5: 'j', 6: '^', 7: 'w', 8: 'w', 9: 'd' };
const signs: Record<string, string> = {
  ...{ '\u0301': 's', '\u0300': 'f', '\u0309': 'r', '\u0303': 'x', '\u0323': 'j' },
  ...{ '\u0302': '^', '\u031B': 'w', '\u0306': 'w', đ: 'd' },
};

/** The marks of a word, by the keys that type them in Telex, `^` for a hat: those it has, and those left over as letters or digits. */
export function marksOf(exact: string, leftOver = ''): string {
  const marks = [...exact.normalize('NFD')].flatMap((sign) => signs[sign] ?? []);
  if (/[1-9]/.test(leftOver)) marks.push(...[...leftOver].flatMap((sign) => toneKeys[sign] ?? []));
  else if (leftOver) marks.push(...telexMarks(leftOver));
  return [...new Set(marks)].sort().join('');
}

function telexMarks(word: string): string[] {
  const [, , tone] = word.match(/([aeiouyw])([a-z]*?)([sfrxj])(?=[a-z]*$)/)?.slice(1) ?? [];
  const toneless = word.replace(/([aeiouyw])([a-z]*?)[sfrxj](?=[a-z]*$)/, '$1$2');
  const marks = tone ? [tone] : [];
  if (/([aeo])[a-z]*\1/.test(toneless)) marks.push('^');
  if (/w/.test(toneless)) marks.push('w');
  if (/^dd|^d.*d$/.test(toneless)) marks.push('d');
  return marks;
}
