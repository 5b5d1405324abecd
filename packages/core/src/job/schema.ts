/** Jobs: what runs by the clock or when somebody asks for it, how often, and how its last run came out. */
import { timeSchema } from '../shared/author.ts';
import { faultSchema } from '../shared/fault.ts';
import { z } from '../shared/zod.ts';

export type JobSpec = {
  /** Without it, the job runs only when somebody asks for it. */
  everyMinutes?: number;
  /** For one that runs once a day: when, in Hanoi, such as `02:40`. One machine, which may be off at night, keeps to the interval. */
  nightlyAt?: `${number}:${number}`;
  /** Whether it reads the whole table, which no other function may. */
  scans?: true;
  /** What it needs to make snapshots of the search index, which the index of one machine has no use for: it runs on AWS alone. */
  makesSnapshots?: true;
  /** It does what AWS does by itself: it runs on one machine alone. */
  isForOneMachine?: true;
};

const day = 24 * 60;

/** Every job there is: deployment, schedulers, command line and pages are derived from this list. */
export const jobList = {
  'close-due': { everyMinutes: 5 },
  figures: { everyMinutes: 10 },
  'day-figures': { everyMinutes: 10 },
  retag: { everyMinutes: 5 },
  'seal-audit': { everyMinutes: 5 },
  'watch-votes': { everyMinutes: 10 },
  'forget-networks': { everyMinutes: day, nightlyAt: '01:40' },
  'check-audit': { everyMinutes: day, nightlyAt: '03:20' },
  recount: { everyMinutes: day, nightlyAt: '02:40' },
  transparency: { everyMinutes: day, nightlyAt: '03:20' },
  'search-snapshot': { everyMinutes: 60, makesSnapshots: true },
  'expire-old': { everyMinutes: 1, isForOneMachine: true },
  'file-dead-letters': { everyMinutes: 1, isForOneMachine: true },
  'optimise-search': { everyMinutes: day, isForOneMachine: true },
  migrate: { scans: true },
  reproject: {},
} as const satisfies Record<string, JobSpec>;

export type JobName = keyof typeof jobList;
export const jobNames = Object.keys(jobList) as [JobName, ...JobName[]];

/** Where the network runs. */
export type Place = 'aws' | 'one-machine';

/** The declaration of a job. */
export function jobSpec(name: JobName): JobSpec {
  return jobList[name];
}

/** The jobs that run in a place. */
export function jobsIn(place: Place): JobName[] {
  const isElsewhere = ({ makesSnapshots, isForOneMachine }: JobSpec) =>
    place === 'aws' ? isForOneMachine : makesSnapshots;
  return jobNames.filter((name) => !isElsewhere(jobSpec(name)));
}

/** How a run ended; `unfinished`: it did what it had time for, and the next run continues there. */
export const outcomes = ['done', 'unfinished', 'failed'] as const;
export type Outcome = (typeof outcomes)[number];

/** Where a job stands; `asked`: somebody wants it to run, and it has not begun; `stopped`: its last run was cut off. */
export const jobStates = ['never', 'asked', 'running', 'stopped', ...outcomes] as const;
export type JobState = (typeof jobStates)[number];

export const jobNameSchema = z.enum(jobNames);

export const jobRunSchema = z
  .object({
    startedAt: timeSchema,
    endedAt: timeSchema,
    outcome: z.enum(outcomes),
    facts: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
      .meta({ description: 'What it said: counts and codes' }),
    fault: faultSchema.nullable().meta({ description: 'Why it failed' }),
  })
  .meta({ id: 'JobRun' });
export type JobRun = z.output<typeof jobRunSchema>;

export const jobSchema = z
  .object({
    name: jobNameSchema,
    everyMinutes: z.number().int().nullable().meta({ description: 'Null: it runs only when asked for' }),
    nightlyAt: z.string().nullable().meta({ description: 'When in Hanoi, for what runs at night' }),
    state: z.enum(jobStates),
    runningSince: timeSchema.nullable().meta({ description: 'When the run began that goes on, or that was cut off' }),
    last: jobRunSchema.nullable().meta({ description: 'The last run that ended' }),
    doneAt: timeSchema.nullable().meta({ description: 'When a run last ended well' }),
    isLate: z.boolean().meta({ description: 'No run ended well for more than two of its intervals' }),
  })
  .meta({ id: 'Job' });
export type Job = z.output<typeof jobSchema>;
