/**
 * The rule of every text people type: NFC, trimmed, nothing hidden in it, and something to be seen; lengths counted in
 * characters, not bytes. A text with a least length of none may be empty.
 */
import { isVisible, withoutHidden } from './visible.ts';
import { z } from './zod.ts';

/** NFC, line ends as `\n`, hidden characters taken out, ends trimmed. */
export function cleanText(text: string): string {
  return withoutHidden(text.replace(/\r\n?|[\u2028\u2029]/g, '\n').normalize('NFC')).trim();
}

/** The same on one line, with single spaces. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}

/** The code of a field whose text shows nothing, though it is long enough. */
export const showsNothing = 'shows_nothing';

/** For rules that look only at what every rule before them has passed. */
export const isSound = ({ issues }: { issues: readonly unknown[] }) => issues.length === 0;

/** One line of text of `min` to `max` characters after cleaning. */
export function lineOfText(min: number, max: number) {
  return textOf(min, max, cleanLine);
}

/**
 * Markdown of several lines, of `min` to `max` characters after cleaning. Whether it still shows words once it is rendered is
 * asked by `assertShowsWords`, as the parser is too heavy for what every request loads.
 */
export function blockOfText(min: number, max: number) {
  return textOf(min, max, cleanText);
}

function textOf(min: number, max: number, clean: (text: string) => string) {
  const cleaned = z.string().min(min).max(max);
  const shown = cleaned.refine(isVisible, { params: { code: showsNothing }, when: isSound });
  return z
    .string()
    .max(max * 4)
    .transform(clean)
    .pipe(min === 0 ? cleaned : shown);
}
