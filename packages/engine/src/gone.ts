/**
 * Files and processes that others may end between our two looks at them. What was listed a moment ago, or was there when
 * asked for, may be gone when it is touched: so it is touched at once, and being gone is an answer like any other.
 */
import { readFileSync } from 'node:fs';

/** For the `catch` of a touch: undefined where there is nothing (any more). Every other error is thrown again. */
export function ifGone(error: unknown): undefined {
  const { code } = error as NodeJS.ErrnoException;
  // ESRCH is what the system says of a process, in `kill` and in /proc.
  if (code !== 'ENOENT' && code !== 'ESRCH') throw error;
}

/** The text of a file, or undefined where there is none. */
export function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    return ifGone(error);
  }
}
