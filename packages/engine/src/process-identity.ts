/** Checks whether a process recorded on disk is still the same one, as process numbers are reused. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ifGone, readIfThere } from './gone.ts';

export type ProcessIdentity = { pid: number; started: string };

/** The identity of a running process, or undefined when there is none (a zombie counts as none). */
export function identify(pid: number): ProcessIdentity | undefined {
  const stat = readIfThere(`/proc/${pid}/stat`);
  // The command name is in brackets and may contain anything, so fields are counted from the closing bracket.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return !fields || fields[0] === 'Z' || fields[0] === 'X' ? undefined : { pid, started: fields[19] ?? '' };
}

/** Whether exactly this process still runs. */
export function isRunning(known: ProcessIdentity): boolean {
  return identify(known.pid)?.started === known.started;
}

/** Ends a process and waits until it is gone: asks first, and kills it after `patienceMs`. */
export async function endProcess(known: ProcessIdentity, patienceMs = 1000): Promise<void> {
  const deadline = Date.now() + patienceMs;
  if (isRunning(known)) signal(known, 'SIGTERM');
  while (isRunning(known)) {
    if (Date.now() > deadline) signal(known, 'SIGKILL');
    await sleep(5);
  }
}

/** It may end by itself just before. */
function signal({ pid }: ProcessIdentity, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    ifGone(error);
  }
}
