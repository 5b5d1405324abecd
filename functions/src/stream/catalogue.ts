/** The consumers of the table's stream: what each is called for, and how. Read by the deployment and by the one-machine pump. */
import type { DynamoDBStreamHandler } from 'aws-lambda';

export type StreamConsumer = {
  name: string;
  /** Lambda's event filter patterns: the consumer is called for records that match one of them. */
  filter: readonly { Pattern: string }[];
  batchSize: number;
  /** Records are gathered this long, so that a busy subject is projected once, not a hundred times. */
  windowSeconds: number;
  maxAttempts: number;
  load: () => Promise<DynamoDBStreamHandler>;
};

const keyStartsWith = (pk: string, sk?: string) => ({
  Pattern: JSON.stringify({ dynamodb: { Keys: { pk: { S: [{ prefix: pk }] }, ...(sk && { sk: { S: [sk] } }) } } }),
});

export const streamConsumers: readonly StreamConsumer[] = [
  {
    name: 'counters',
    filter: [keyStartsWith('TALLY#')],
    batchSize: 500,
    windowSeconds: 1,
    maxAttempts: 10,
    load: async () => (await import('./counters.ts')).handler,
  },
  {
    name: 'lists',
    filter: [keyStartsWith('chl_', 'CARD'), keyStartsWith('sol_', 'CARD')],
    batchSize: 200,
    windowSeconds: 1,
    maxAttempts: 10,
    load: async () => (await import('./lists.ts')).handler,
  },
  {
    name: 'inherit',
    filter: [keyStartsWith('chl_', 'CARD'), keyStartsWith('sol_', 'CARD')],
    batchSize: 200,
    windowSeconds: 1,
    maxAttempts: 10,
    load: async () => (await import('./inherit.ts')).handler,
  },
  {
    name: 'names',
    filter: [keyStartsWith('per_', 'PERSON')],
    batchSize: 50,
    windowSeconds: 1,
    // A run does a thousand items; who wrote more is gone through in several.
    maxAttempts: 30,
    load: async () => (await import('./names.ts')).handler,
  },
];
