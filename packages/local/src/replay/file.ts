/** The dead letters of a data folder, replayed. */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type DeadLetter, openDeadLetters } from '../pump/dead-letters.ts';
import type { Replay, Replayed } from './replay.ts';

/**
 * Replays the letters in `file`; those that fail are put back. The file is taken away first, so that a running site adds
 * to a new one; what an interrupted replay had taken is done again.
 */
export async function replayFile(file: string, replay: Replay, tell: (line: string) => void): Promise<Replayed> {
  if (existsSync(file)) renameSync(file, `${file}.taken-${Date.now()}-${process.pid}`);
  const replayed: Replayed = { done: 0, failed: 0, gone: 0 };
  for (const taken of takenFrom(file)) {
    // Read again at the end: a letter may have been on its way into the file when it was taken.
    for (let done = 0, lines = linesOf(taken); done < lines.length; lines = linesOf(taken)) {
      for (const line of lines.slice(done)) {
        if (await replayLine(file, line, replay, tell)) replayed.done++;
        else replayed.failed++;
      }
      done = lines.length;
    }
    rmSync(taken, { force: true });
  }
  return replayed;
}

const linesOf = (file: string): string[] => readFileSync(file, 'utf8').split('\n').filter(Boolean);

function takenFrom(file: string): string[] {
  const folder = dirname(file);
  if (!existsSync(folder)) return [];
  const isTaken = (name: string) => name.startsWith(`${basename(file)}.taken-`);
  return readdirSync(folder)
    .filter(isTaken)
    .map((name) => join(folder, name));
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
