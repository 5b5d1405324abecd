/** The dead letters of a data folder, replayed. */
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ifGone } from '@hanoi/engine/gone';
import { type DeadLetter, openDeadLetters } from '@hanoi/local/pump/dead-letters';
import type { Replay, Replayed } from './replay.ts';

/**
 * Replays the letters in `file`; those that fail are put back. The file is taken away first, so that a running site adds
 * to a new one; what an interrupted replay had taken is done again. Two at once may both do a letter, which changes nothing.
 */
export async function replayFile(file: string, replay: Replay, tell: (line: string) => void): Promise<Replayed> {
  await rename(file, `${file}.taken-${Date.now()}-${process.pid}`).catch(ifGone);
  const replayed: Replayed = { done: 0, failed: 0, gone: 0 };
  for (const taken of await takenFrom(file)) {
    // Read again at the end: a letter may have been on its way into the file when it was taken.
    for (let done = 0, lines = await linesOf(taken); done < lines.length; lines = await linesOf(taken)) {
      for (const line of lines.slice(done)) {
        if (await replayLine(file, line, replay, tell)) replayed.done++;
        else replayed.failed++;
      }
      done = lines.length;
    }
    await rm(taken, { force: true });
  }
  return replayed;
}

/** None where another replay has done it meanwhile. */
async function linesOf(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(ifGone);
  return text?.split('\n').filter(Boolean) ?? [];
}

async function takenFrom(file: string): Promise<string[]> {
  const folder = dirname(file);
  const names = (await readdir(folder).catch(ifGone)) ?? [];
  return names.filter((name) => name.startsWith(`${basename(file)}.taken-`)).map((name) => join(folder, name));
}

async function replayLine(file: string, line: string, replay: Replay, tell: (line: string) => void): Promise<boolean> {
  let letter: DeadLetter;
  try {
    letter = JSON.parse(line);
  } catch {
    // Half a line, from a disk that was full: there is no record in it.
    tell(`Passed over, as it is no letter: ${line.slice(0, 80)}`);
    return true;
  }
  try {
    await replay([letter.record], letter.consumer);
    return true;
  } catch (error) {
    tell(`${letter.record.dynamodb?.Keys?.pk?.S}: ${(error as Error).message}`);
    await openDeadLetters(file).add({ ...letter, error: (error as Error).message });
    return false;
  }
}
