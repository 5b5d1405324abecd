/** Which characters people see: what shows nothing, or disguises other text, is taken out; the rest stays as typed. */

// Controls but tab and line feed, halves of characters, what Unicode says to ignore when it can't be shown (bidirectional
// marks, tags, fillers, joiners, selectors), the marks of annotations and objects, and the blank of Braille.
const hidden = [
  '[\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F]',
  '\\p{Surrogate}',
  '\\p{Default_Ignorable_Code_Point}',
  '[\\uFFF9-\\uFFFC\\u2800]',
].join('|');

// Scripts whose letters take another shape beside a joiner (Unicode Standard Annex 31, section 2.3).
const joining = [
  'Arabic',
  'Bengali',
  'Devanagari',
  'Gujarati',
  'Gurmukhi',
  'Kannada',
  'Khmer',
  'Malayalam',
  'Mongolian',
  'Oriya',
  'Sinhala',
  'Syriac',
  'Tamil',
  'Telugu',
]
  .map((script) => `\\p{Script=${script}}`)
  .join('');

// Emoji and joined letters come first, so that the joiners and selectors in them are no longer there to be taken out.
const keptOrHidden = new RegExp(`(\\p{RGI_Emoji}|(?<=[${joining}])[\\u200C\\u200D])|${hidden}`, 'gv');
const anyHidden = new RegExp(hidden, 'v');

/** More marks than any language puts on one letter: they run over the lines above and below. */
const heap = /(\p{M}{4})\p{M}+/gu;

/** The text without what nobody sees and what disguises it. */
export function withoutHidden(text: string): string {
  const seen = anyHidden.test(text) ? text.replace(keptOrHidden, (_, kept: string | undefined) => kept ?? '') : text;
  return seen.replace(heap, '$1');
}

// Letters, digits, punctuation and symbols; marks, blanks and what has no meaning yet do not count.
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Whether anything of the text is seen. */
export function isVisible(text: string): boolean {
  return visible.test(withoutHidden(text));
}
