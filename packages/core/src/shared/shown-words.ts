/** Whether a Markdown text shows words once it is rendered: a picture or `&nbsp;` alone does not. */
import { AppError } from './app-error.ts';
import { wordsOf } from './markdown-dialect.ts';
import { showsNothing } from './text.ts';
import { isVisible } from './visible.ts';

/** Whether there is anything to read in it. */
export function showsWords(markdown: string): boolean {
  return isVisible(wordsOf(markdown));
}

/** For the body of whatever is written; without one there is nothing to ask. @throws invalid_input */
export function assertShowsWords(body: string | undefined): void {
  if (body === undefined || showsWords(body)) return;
  throw new AppError('invalid_input', { fields: [{ path: '/body', code: showsNothing, message: '' }] });
}
