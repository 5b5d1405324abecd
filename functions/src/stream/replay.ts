/** Sends dead letters of the stream to their consumers again: their subjects are projected as they are now. */
import type { Context, DynamoDBRecord } from 'aws-lambda';
import { type StreamConsumer, streamConsumers, streamReaders } from './catalogue.ts';
import { asksFor } from './wanted.ts';

/**
 * Runs the consumers of the reader of that name, or the one consumer, or every one that asks for such records, which does
 * no harm: they set what they find, and never add to it. None keeps another from its work; throws what those that fail say.
 */
export async function replay(
  records: readonly DynamoDBRecord[],
  name?: string,
  consumers: readonly StreamConsumer[] = streamConsumers,
): Promise<void> {
  const asked = consumers.filter((consumer) => !name || consumer.name === name || isRunBy(name, consumer));
  if (asked.length === 0) throw new Error(`There is no reader or consumer ${name} any more.`);
  const failures: string[] = [];
  for (const consumer of asked) {
    const mine = records.filter((record) => asksFor(consumer, record));
    const error = mine.length > 0 && (await failureOf(consumer, mine));
    if (error) failures.push(`${consumer.name} fails still: ${String(error)}`);
  }
  if (failures.length > 0) throw new Error(failures.join('; '));
}

/** What the consumer fails with; undefined where it does not. */
async function failureOf({ name, load }: StreamConsumer, records: DynamoDBRecord[]): Promise<unknown> {
  try {
    const handler = await load();
    const answer = await handler({ Records: records }, { functionName: name } as Context, () => undefined);
    return answer && answer.batchItemFailures.length > 0 ? new Error('reported as failed') : undefined;
  } catch (error) {
    return error ?? new Error('thrown without a reason');
  }
}

function isRunBy(reader: string, consumer: StreamConsumer): boolean {
  return streamReaders.some(({ name, consumers }) => name === reader && consumers.includes(consumer));
}
