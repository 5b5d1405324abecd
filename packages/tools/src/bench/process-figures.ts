/** What running processes have cost so far, read from /proc: CPU time and memory. */
import { readdirSync, readFileSync } from 'node:fs';
import { ifGone, readIfThere } from '@hanoi/engine/gone';

/** Linux counts CPU time in hundredths of a second, whatever the kernel's own clock. */
const MS_PER_TICK = 10;

/** CPU time a process has used, milliseconds. */
export function cpuMsOf(pid: number): number {
  const fields = statOf(pid);
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
}

/** Memory a process holds, megabytes (resident); none once it has ended. */
export function memoryMbOf(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readIfThere(`/proc/${pid}/status`) ?? '') ?? [];
  return Number(kilobytes ?? 0) / 1024;
}

/** The processes that `pid` started. */
export function childrenOf(pid: number): { pid: number; name: string }[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return all.flatMap((name) => {
    try {
      const isChild = Number(statOf(Number(name))[1]) === pid;
      return isChild ? [{ pid: Number(name), name: readFileSync(`/proc/${name}/comm`, 'utf8').trim() }] : [];
    } catch (error) {
      return ifGone(error) ?? [];
    }
  });
}

/** The fields of /proc/…/stat after the name, which may itself contain spaces. */
function statOf(pid: number): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}
