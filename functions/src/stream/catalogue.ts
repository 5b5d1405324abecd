/**
 * The consumers of the table's stream, and the two readers that run them. Read by the deployment and by the one-machine
 * pump. A feature adds its consumer to a reader here; nothing else has to know of it.
 *
 * Why readers: DynamoDB lets two processes follow a shard of its stream and throttles more (docs/adr/0012).
 */
import { kinds, subjectKinds } from '@hanoi/core/subject/kinds';
import type { DynamoDBStreamHandler } from 'aws-lambda';
import type { QueueName } from '../queue/messages.ts';

/** Records of items whose partition key starts with `pk` and, if given, whose sort key is `sk`. */
export type Wanted = { pk: string; sk?: string };

export type StreamConsumer = {
  /** Its code is `functions/src/stream/NAME.ts`, which exports `consume`. */
  name: string;
  /** It is called for records that are one of these. */
  wants: readonly Wanted[];
  /** The queues it sends to; it may send to no other. */
  sends?: readonly QueueName[];
  /** Idempotent: it gets records late, twice and in any order, and reports those it could not process. */
  load: () => Promise<DynamoDBStreamHandler>;
};

export type StreamReader = {
  /** Its function is `stream-NAME`, in `functions/src/stream/NAME.ts`. */
  name: 'now' | 'later';
  consumers: readonly StreamConsumer[];
  batchSize: number;
  /** Records are gathered this long, so that a busy subject is projected once, not a hundred times. */
  windowSeconds: number;
  maxAttempts: number;
};

/** Cards of every kind of subject. */
const cards: readonly Wanted[] = subjectKinds.map((kind) => ({ pk: `${kinds[kind].prefix}_`, sk: 'CARD' }));

export const streamReaders: readonly StreamReader[] = [
  {
    // What people wait to see: counts, and their place in lists.
    name: 'now',
    consumers: [
      { name: 'counters', wants: [{ pk: 'TALLY#' }], load: async () => (await import('./counters.ts')).consume },
      { name: 'lists', wants: cards, load: async () => (await import('./lists.ts')).consume },
    ],
    batchSize: 500,
    windowSeconds: 1,
    maxAttempts: 10,
  },
  {
    // What may take its time: it hands slow work over to the queues (functions/src/queue).
    name: 'later',
    consumers: [
      {
        name: 'dispatch',
        wants: [
          ...cards,
          { pk: 'per_', sk: 'PERSON' },
          { pk: 'org_', sk: 'CARD' },
          { pk: 'dec_', sk: 'DECISION' },
          { pk: 'upl_' },
        ],
        sends: ['rename', 'inherit', 'merge', 'alike', 'pictures', 'votes'],
        load: async () => (await import('./dispatch.ts')).consume,
      },
      {
        name: 'first-posts',
        wants: [...cards, { pk: 'cmt_', sk: 'CARD' }],
        load: async () => (await import('./first-posts.ts')).consume,
      },
      {
        name: 'found-by-rules',
        wants: [{ pk: 'FOUND#' }],
        load: async () => (await import('./found-by-rules.ts')).consume,
      },
      {
        name: 'items-in-scope',
        wants: [...cards, { pk: 'itm_', sk: 'ITEM' }],
        load: async () => (await import('./items-in-scope.ts')).consume,
      },
    ],
    batchSize: 200,
    windowSeconds: 1,
    // Sending is most of what it does. A queue that is away for some minutes should cost no record.
    maxAttempts: 30,
  },
];

export const streamConsumers: readonly StreamConsumer[] = streamReaders.flatMap(({ consumers }) => consumers);

/** The reader of that name. */
export function streamReader(name: StreamReader['name']): StreamReader {
  return streamReaders.find((reader) => reader.name === name)!;
}
