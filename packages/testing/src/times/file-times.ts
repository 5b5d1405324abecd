/** How long each test file took, collected from both test runners in one file, and the table of the slowest. */
import { appendFileSync } from 'node:fs';
import { readIfThere } from '@hanoi/engine/gone';

export type FileTime = { runner: string; file: string; seconds: number };

/** Adds times to the file that `TEST_TIMES` names; does nothing where nobody collects them. */
export function noteTimes(times: readonly FileTime[]): void {
  const collected = process.env.TEST_TIMES;
  if (collected) appendFileSync(collected, times.map((time) => `${JSON.stringify(time)}\n`).join(''));
}

/** The `count` slowest files noted in `collected`, slowest first, as lines to print; none if no test ran. */
export function slowestFiles(collected: string, count: number): string[] {
  const noted = (readIfThere(collected) ?? '').split('\n').filter(Boolean);
  const times = noted.map((line) => JSON.parse(line) as FileTime);
  const slowest = times.toSorted((one, other) => other.seconds - one.seconds).slice(0, count);
  return slowest.map(({ runner, file, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${file} (${runner})`);
}
