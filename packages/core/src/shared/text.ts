/** Text as people type it: NFC, trimmed, no control characters; lengths counted in characters, not bytes. */
import { z } from './zod.ts';

// Everything below U+0020 but tab and line feed, DEL and C1, bidirectional overrides (they disguise text), and lone surrogates.
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
const forbidden = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Surrogate}/gu;

/** NFC, line ends as `\n`, forbidden characters taken out, ends trimmed. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(forbidden, '').normalize('NFC').trim();
}

/** One line of text of `min` to `max` characters after cleaning. */
export function lineOfText(min: number, max: number) {
  return z
    .string()
    .max(max * 4)
    .transform((text) => cleanText(text).replace(/\s+/g, ' '))
    .pipe(z.string().min(min).max(max));
}

/** Text of several lines (Markdown) of `min` to `max` characters after cleaning. */
export function blockOfText(min: number, max: number) {
  return z
    .string()
    .max(max * 4)
    .transform(cleanText)
    .pipe(z.string().min(min).max(max));
}
