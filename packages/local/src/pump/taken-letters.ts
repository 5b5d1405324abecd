/** Takes the dead letters of the stream out of their file, and gives each to somebody once. */
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ifGone } from '@hanoi/engine/gone';
import type { Log } from '@hanoi/engine/log';
import type { DeadLetter } from './dead-letters.ts';

/**
 * Calls `each` with the letters in `file`, one after the other; resolves to how many there were. The file is taken away first, so that
 * the pump adds to a new one. What an interrupted run had taken is given again, as is everything of a file in which `each` failed.
 */
export async function takeLetters(
  file: string,
  each: (letter: DeadLetter) => Promise<void>,
  log: Log,
): Promise<number> {
  await rename(file, `${file}.taken-${Date.now()}-${process.pid}`).catch(ifGone);
  let given = 0;
  for (const taken of await takenFrom(file)) {
    // Read again at the end: a letter may have been on its way into the file when it was taken.
    for (let done = 0, lines = await linesOf(taken); done < lines.length; lines = await linesOf(taken)) {
      for (const line of lines.slice(done)) {
        const letter = letterOf(line, log);
        if (!letter) continue;
        await each(letter);
        given++;
      }
      done = lines.length;
    }
    await rm(taken, { force: true });
  }
  return given;
}

/** None where another run has taken it meanwhile. */
async function linesOf(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(ifGone);
  return text?.split('\n').filter(Boolean) ?? [];
}

async function takenFrom(file: string): Promise<string[]> {
  const folder = dirname(file);
  const names = (await readdir(folder).catch(ifGone)) ?? [];
  return names.filter((name) => name.startsWith(`${basename(file)}.taken-`)).map((name) => join(folder, name));
}

/** Half a line comes from a disk that was full: there is no record in it. */
function letterOf(line: string, log: Log): DeadLetter | undefined {
  try {
    return JSON.parse(line) as DeadLetter;
  } catch {
    log.warn(`Passed over, as it is no dead letter: ${line.slice(0, 80)}`);
    return undefined;
  }
}
