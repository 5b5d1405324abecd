/** The scheduled jobs. Read by the deployment and by the one-machine scheduler. */
export type Job = { name: string; everyMinutes: number; load: () => Promise<() => Promise<unknown>> };

export const jobs: readonly Job[] = [
  { name: 'close-due', everyMinutes: 5, load: async () => (await import('./close-due.ts')).handler },
  { name: 'figures', everyMinutes: 10, load: async () => (await import('./figures.ts')).handler },
];
