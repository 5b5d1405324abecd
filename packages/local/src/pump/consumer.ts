/** What a consumer of the stream is: the description that is also deployed as an event source mapping. */
import type { DynamoDBStreamHandler } from 'aws-lambda';

export type Consumer = {
  name: string;
  /** Those whose work it has taken over: it goes on from their places as long as it has none itself. */
  formerly?: readonly string[];
  /** Records that match none of the patterns are passed over. */
  filter: readonly { Pattern: string }[];
  batchSize: number;
  /** How long to wait for a batch to fill when there is little to do, and at most when there is much. */
  windowMs: number;
  longestWindowMs: number;
  /** After so many tries the failing record is set aside. */
  maxAttempts: number;
  load: () => Promise<DynamoDBStreamHandler>;
};
