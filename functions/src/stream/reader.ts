/** A function of the stream: runs its consumers side by side, each on those records of the batch it asks for. */
import { noteFailure } from '@hanoi/core/dead-letter/failure';
import type { Context, DynamoDBBatchItemFailure, DynamoDBRecord, DynamoDBStreamHandler } from 'aws-lambda';
import { logOf } from '../http/logger.ts';
import { countStreamBatch } from '../metrics.ts';
import { systemContext } from '../system-context.ts';
import { noteFault, traced } from '../tracing.ts';
import type { StreamConsumer, StreamReader } from './catalogue.ts';
import { asksFor } from './wanted.ts';

/**
 * The handler of a reader. What one consumer could not process is reported, and Lambda comes again with the records from
 * the first of these on: for all consumers of the reader, whom it does no harm. None keeps another from its work: each is
 * given the whole batch every time.
 */
export function makeReaderHandler({
  name,
  consumers,
}: Pick<StreamReader, 'name' | 'consumers'>): DynamoDBStreamHandler {
  return ({ Records }, context) => {
    countStreamBatch(name, lagOf(Records));
    return traced(name, { records: Records.length }, async () => {
      const failures = await Promise.all(consumers.map((consumer) => run(consumer, Records, context)));
      return { batchItemFailures: failures.flat() };
    });
  };
}

async function run(
  consumer: StreamConsumer,
  records: readonly DynamoDBRecord[],
  context: Context,
): Promise<DynamoDBBatchItemFailure[]> {
  const mine = records.filter((record) => asksFor(consumer, record));
  const [first] = mine;
  if (!first) return [];
  try {
    const handler = await consumer.load();
    const answer = await handler({ Records: mine }, context, () => undefined);
    return answer?.batchItemFailures ?? [];
  } catch (error) {
    logOf().error('consumer_failed', { consumer: consumer.name, error: String(error) });
    noteFault(error);
    await noteFailure(systemContext('stream'), 'streams', first.dynamodb?.SequenceNumber ?? '', error);
    return [{ itemIdentifier: first.dynamodb?.SequenceNumber ?? '' }];
  }
}

/** How long the oldest record has waited, milliseconds. */
function lagOf(records: readonly DynamoDBRecord[]): number {
  const seconds = records.map(({ dynamodb }) => dynamodb?.ApproximateCreationDateTime ?? Number.POSITIVE_INFINITY);
  const oldest = Math.min(...seconds);
  return Number.isFinite(oldest) ? Math.max(0, Date.now() - oldest * 1000) : 0;
}
