/** What is said of a job: where it stands, whether it is late, and what its answer tells. Pure. */
import { hasCome, minute } from '../shared/time.ts';
import { type Job, type JobName, type JobRun, type JobState, jobSpec, type Outcome, type Place } from './schema.ts';

/** A run is over after so long, whatever became of it: a Lambda ends after 15 minutes. */
export const longestRun = 15 * minute;
/** A job that was asked for has begun by then, or never will. */
export const longestWait = 2 * minute;

/** The stored item of a job. */
export type StoredJob = {
  askedUntil?: string;
  runningSince?: string;
  runningUntil?: string;
  last?: JobRun;
  doneAt?: string;
};

/** A job as administrators see it, where the network runs in `place`. */
export function shownJob(name: JobName, stored: StoredJob, place: Place, now: Date): Job {
  const { everyMinutes = null, nightlyAt } = jobSpec(name);
  const { runningSince = null, last = null, doneAt = null } = stored;
  const state = stateOf(stored, now);
  return {
    name,
    everyMinutes,
    // One machine keeps to the interval.
    nightlyAt: (place === 'aws' && nightlyAt) || null,
    state,
    runningSince: state === 'running' || state === 'stopped' ? runningSince : null,
    last,
    doneAt,
    isLate: isLate(everyMinutes, stored, now),
  };
}

function stateOf({ askedUntil, runningSince, runningUntil, last }: StoredJob, now: Date): JobState {
  if (runningUntil && !hasCome(runningUntil, now)) return 'running';
  if (askedUntil && !hasCome(askedUntil, now)) return 'asked';
  // A run that ends takes this away.
  if (runningSince) return 'stopped';
  return last?.outcome ?? 'never';
}

/** As the alarm `job-overdue` has it. A job that never ended well is late once a run of it failed or was cut off. */
function isLate(everyMinutes: number | null, { doneAt, runningSince, last }: StoredJob, now: Date): boolean {
  const since = doneAt ?? runningSince ?? last?.startedAt;
  return everyMinutes !== null && since !== undefined && now.getTime() - Date.parse(since) > 2 * everyMinutes * minute;
}

/** How a run ended that answered this. */
export function outcomeOf(answer: unknown): Exclude<Outcome, 'failed'> {
  return (Object(answer) as { done?: unknown }).done === false ? 'unfinished' : 'done';
}

const mostFacts = 12;
const code = /^[\w.:,/-]{0,80}$/;

/** What a job's answer tells of itself: numbers, yes and no, and short codes. Lists and texts are left out. */
export function factsOf(answer: unknown): JobRun['facts'] {
  const isFact = (value: unknown) =>
    typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && code.test(value));
  const facts = Object.entries(Object(answer) as object).filter(([, value]) => isFact(value));
  return Object.fromEntries(facts.slice(0, mostFacts));
}
