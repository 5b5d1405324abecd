/** The scheduled jobs. Read by the deployment and by the one-machine scheduler. */
export type Job = {
  name: string;
  /** Without it, the job runs only when somebody asks for it. */
  everyMinutes?: number;
  /** For one that runs once a day: when, in Hanoi, such as `02:40`. One machine, which may be off at night, keeps to the interval. */
  nightlyAt?: `${number}:${number}`;
  /** The event is the payload of a call by hand; the schedule sends none. */
  load: () => Promise<(event?: unknown) => Promise<unknown>>;
  /** Whether it reads the whole table, which no other function may. */
  scans?: true;
  /** What it needs to make snapshots of the search index, which the index of one machine has no use for: it runs on AWS alone. */
  makesSnapshots?: true;
};

const day = 24 * 60;

/** Where nights are counted. */
export const timeZone = 'Asia/Ho_Chi_Minh';

export const jobs: readonly Job[] = [
  { name: 'close-due', everyMinutes: 5, load: async () => (await import('./close-due.ts')).handler },
  { name: 'figures', everyMinutes: 10, load: async () => (await import('./figures.ts')).handler },
  { name: 'retag', everyMinutes: 5, load: async () => (await import('./retag.ts')).handler },
  { name: 'seal-audit', everyMinutes: 5, load: async () => (await import('./seal-audit.ts')).handler },
  { name: 'watch-votes', everyMinutes: 10, load: async () => (await import('./watch-votes.ts')).handler },
  {
    name: 'forget-networks',
    everyMinutes: day,
    nightlyAt: '01:40',
    load: async () => (await import('./forget-networks.ts')).handler,
  },
  {
    name: 'check-audit',
    everyMinutes: day,
    nightlyAt: '03:20',
    load: async () => (await import('./check-audit.ts')).handler,
  },
  { name: 'recount', everyMinutes: day, nightlyAt: '02:40', load: async () => (await import('./recount.ts')).handler },
  {
    name: 'transparency',
    everyMinutes: day,
    nightlyAt: '03:20',
    load: async () => (await import('./transparency.ts')).handler,
  },
  {
    name: 'search-snapshot',
    everyMinutes: 60,
    makesSnapshots: true,
    load: async () => (await import('./search-snapshot.ts')).handler,
  },
  { name: 'migrate', scans: true, load: async () => (await import('./migrate.ts')).handler },
  { name: 'reproject', load: async () => (await import('./reproject.ts')).handler },
];
