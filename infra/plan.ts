/** Every function there is to deploy, read from the lists the code itself works by: a new feature adds nothing here. */
import { allEndpoints } from '@hanoi/core/contracts';
import { jobs } from '@hanoi/functions/jobs/catalogue';
import { queues } from '@hanoi/functions/queue/catalogue';
import { streamReaders } from '@hanoi/functions/stream/catalogue';

export type PlannedLambda = {
  /** Such as `api`, `stream-now`, `queue-rename`, `job-recount`. */
  name: string;
  kind: 'http' | 'stream' | 'queue' | 'job' | 'letters' | 'canary';
  /** Its source, which exports `handler`. */
  entry: string;
};

/** The endpoints of every contract, each with the function that serves it. */
export const endpoints = allEndpoints().map(({ endpoint }) => ({
  ...endpoint,
  path: `/api/v1${endpoint.path}`,
  lambda: endpoint.lambda ?? 'api',
}));

export const httpLambdas = [...new Set(endpoints.map(({ lambda }) => lambda))];

export const plannedLambdas: readonly PlannedLambda[] = [
  ...httpLambdas.map((name) => ({ name, kind: 'http' as const, entry: `functions/src/${name}/handler.ts` })),
  ...streamReaders.map(({ name }) => ({
    name: `stream-${name}`,
    kind: 'stream' as const,
    entry: `functions/src/stream/${name}.ts`,
  })),
  ...queues.map(({ name }) => ({
    name: `queue-${name}`,
    kind: 'queue' as const,
    entry: `functions/src/queue/${name}.ts`,
  })),
  ...jobs.map(({ name }) => ({ name: `job-${name}`, kind: 'job' as const, entry: `functions/src/jobs/${name}.ts` })),
  { name: 'letters', kind: 'letters', entry: 'functions/src/letters/handler.ts' },
  { name: 'canary', kind: 'canary', entry: 'functions/src/canary/handler.ts' },
];

/** The name of a resource in the deployment: `stream-now` → `StreamNow`. */
export function resourceName(name: string): string {
  return name.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());
}

/** The name of a resource in the account, where stages stand side by side: `hanoi-ideas-dev-StreamNowLate`. */
export function nameIn({ stage }: { stage: string }, resource: string): string {
  return `hanoi-ideas-${stage}-${resource}`;
}
