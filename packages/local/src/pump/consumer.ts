/** A consumer of the stream as the pump runs it: the same settings that AWS gets as an event source mapping. */
import type { DynamoDBStreamHandler } from 'aws-lambda';

export type Consumer = {
  name: string;
  /** Former consumers that it replaces: without a saved position of its own, it starts from theirs. */
  formerly?: readonly string[];
  /** Records that match none of the patterns are skipped. */
  filter: readonly { Pattern: string }[];
  batchSize: number;
  /** How long to wait for a batch to fill: normally, and at most when there is much to do. */
  windowMs: number;
  longestWindowMs: number;
  /** After this many tries a failing record goes to the dead letters. */
  maxAttempts: number;
  load: () => Promise<DynamoDBStreamHandler>;
};
