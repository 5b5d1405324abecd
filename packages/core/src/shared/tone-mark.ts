/** Where Vietnamese puts the tone of `oa`, `oe` and `uy`: `hòa` and `hoà` are one word in two spellings. */

const tones = '\u0300\u0301\u0303\u0309\u0323';
// The tone stands on the second vowel and nothing of the syllable follows; after `q`, the `u` is no vowel.
const newer = new RegExp(`(o)([ae])([${tones}])(?![\\p{L}\\p{M}])|(?<!q)(u)(y)([${tones}])(?![\\p{L}\\p{M}])`, 'giu');

/** The text with these tones on the first vowel, as the official list of wards writes them. The result is NFC. */
export function officialTones(text: string): string {
  return text
    .normalize('NFD')
    .replace(newer, (_, o = '', ae = '', tone1 = '', u = '', y = '', tone2 = '') => o + tone1 + ae + u + tone2 + y)
    .normalize('NFC');
}
