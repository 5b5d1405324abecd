/** Tells whether a process noted on disk is still the same one, since process numbers are used again. */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export type ProcessIdentity = { pid: number; started: string };

/** The identity of a running process, or undefined when there is none (a zombie counts as none). */
export function identify(pid: number): ProcessIdentity | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name stands in brackets and may hold anything, so the fields are counted from its end.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : { pid, started: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

/** Whether exactly this process still runs. */
export function isRunning(known: ProcessIdentity): boolean {
  return identify(known.pid)?.started === known.started;
}

/** Ends a process and waits until it is gone: asks first, then forces after `patienceMs`. */
export async function endProcess(known: ProcessIdentity, patienceMs = 1000): Promise<void> {
  const deadline = Date.now() + patienceMs;
  if (isRunning(known)) process.kill(known.pid, 'SIGTERM');
  while (isRunning(known)) {
    if (Date.now() > deadline) process.kill(known.pid, 'SIGKILL');
    await sleep(5);
  }
}
