/**
 * Files and processes that may disappear at any time. Something that was listed a moment ago may be gone when it is used. So
 * code uses it without checking first, and treats "gone" as a normal result.
 */
import { readFileSync } from 'node:fs';

/** For the `catch` of such a use: undefined when the file or process is gone. Every other error is thrown again. */
export function ifGone(error: unknown): undefined {
  const { code } = error as NodeJS.ErrnoException;
  // ESRCH is the code for a process, from `kill` and from /proc.
  if (code !== 'ENOENT' && code !== 'ESRCH') throw error;
}

/** The text of a file, or undefined if there is none. */
export function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    return ifGone(error);
  }
}
