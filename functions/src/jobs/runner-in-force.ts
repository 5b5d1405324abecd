/** What starts jobs: Lambda, unless the process they run in has put its own scheduler in. */
import type { JobRunner } from '@hanoi/core/job/port';

let chosen: JobRunner | undefined;

/** Sets what starts jobs; called by the one-machine runtime and by tests. */
export function useJobRunner(runner: JobRunner): void {
  chosen = runner;
}

/** What starts jobs: that which was set, else Lambda. */
export async function getJobRunner(): Promise<JobRunner> {
  chosen ??= (await import('./lambda-runner.ts')).lambdaRunner();
  return chosen;
}
