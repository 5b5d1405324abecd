/**
 * The queues of slow work, each with the worker that takes its messages. Read by the deployment and by the one-machine
 * runtime. A feature adds its queue here and its message to messages.ts.
 */
import type { SQSHandler } from 'aws-lambda';
import type { QueueName } from './messages.ts';

export type Queue = {
  /** Its worker is `functions/src/queue/NAME.ts`, which exports `handler`. */
  name: QueueName;
  /** How long a run of the worker may take. */
  timeoutSeconds: number;
  /** How long a received message is hidden from others: six times the longest run, as AWS advises for Lambda. */
  visibilitySeconds: number;
  /** Messages a run is given. */
  batchSize: number;
  /** Runs at a time; Lambda takes no less than 2. */
  maximumConcurrency: number;
  /** A message received so often without being finished goes to the dead letters. */
  maxReceives: number;
  /** Its worker asks the search index, and has a replica of its own on AWS. */
  usesSearch?: true;
  /** Its worker moves files: it may, on AWS. */
  usesFiles?: true;
  /** Nobody waits for it: on one machine it works a fifth of the time at most, beside what people ask for. */
  canWait?: true;
  /** Idempotent: it gets messages late, twice and in any order, and reports those it could not finish. */
  load: () => Promise<SQSHandler>;
};

export const queues: readonly Queue[] = [
  {
    name: 'rename',
    timeoutSeconds: 30,
    visibilitySeconds: 180,
    batchSize: 2,
    maximumConcurrency: 2,
    maxReceives: 5,
    load: async () => (await import('./rename.ts')).handler,
  },
  {
    name: 'inherit',
    timeoutSeconds: 30,
    visibilitySeconds: 180,
    batchSize: 5,
    maximumConcurrency: 2,
    maxReceives: 5,
    load: async () => (await import('./inherit.ts')).handler,
  },
  {
    name: 'merge',
    timeoutSeconds: 30,
    visibilitySeconds: 180,
    batchSize: 2,
    maximumConcurrency: 2,
    maxReceives: 5,
    load: async () => (await import('./merge.ts')).handler,
  },
  {
    name: 'alike',
    timeoutSeconds: 60,
    visibilitySeconds: 360,
    batchSize: 5,
    maximumConcurrency: 2,
    maxReceives: 5,
    usesSearch: true,
    canWait: true,
    load: async () => (await import('./alike.ts')).handler,
  },
  {
    name: 'pictures',
    timeoutSeconds: 30,
    visibilitySeconds: 180,
    batchSize: 5,
    maximumConcurrency: 2,
    maxReceives: 5,
    usesFiles: true,
    load: async () => (await import('./pictures.ts')).handler,
  },
  {
    name: 'votes',
    timeoutSeconds: 30,
    visibilitySeconds: 180,
    batchSize: 2,
    maximumConcurrency: 2,
    maxReceives: 5,
    load: async () => (await import('./votes.ts')).handler,
  },
];
