/** Runs the jobs at their times, one run of a job at a time, as EventBridge would. */
import type { Log } from '@hanoi/engine/log';

export type ScheduledJob = {
  name: string;
  /** Without it, it runs only when asked to. */
  everySeconds?: number;
  load: () => Promise<() => Promise<unknown>>;
};

export type Scheduler = {
  /** Runs a job now, or joins the run that is going on. Throws what the job throws. */
  runNow(name: string): Promise<unknown>;
  /** Resolves when nothing runs any more, after two seconds at the latest. */
  stop(): Promise<void>;
};

/** Starts the clock of each job; the first run comes after a part of its interval, so that not all start at once. */
export function startScheduler({ jobs, log }: { jobs: readonly ScheduledJob[]; log: Log }): Scheduler {
  const timers = new Map<string, NodeJS.Timeout>();
  const running = new Map<string, Promise<unknown>>();
  let stopped = false;

  const run = (job: ScheduledJob): Promise<unknown> => {
    const current = running.get(job.name);
    if (current) return current;
    const started = (async () => (await job.load())())().finally(() => running.delete(job.name));
    running.set(job.name, started);
    return started;
  };

  const plan = (job: ScheduledJob, seconds: number, part = 0.9 + Math.random() * 0.2) => {
    if (stopped) return;
    const timer = setTimeout(
      async () => {
        try {
          await run(job);
        } catch (error) {
          log.error(`The job ${job.name} failed.`, error);
        }
        plan(job, seconds);
      },
      seconds * 1000 * part,
    );
    timer.unref();
    timers.set(job.name, timer);
  };
  for (const job of jobs) if (job.everySeconds) plan(job, job.everySeconds, 0.2 + Math.random() * 0.3);

  return {
    async runNow(name) {
      const job = jobs.find((candidate) => candidate.name === name);
      if (!job) throw new Error(`There is no job ${name}.`);
      return run(job);
    },
    async stop() {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      const patience = new Promise((resolve) => setTimeout(resolve, 2000).unref());
      await Promise.race([Promise.allSettled(running.values()), patience]);
    },
  };
}
