/** Sends dead letters to their consumers again: their subjects are projected as they are now. */
import { type StreamConsumer, streamConsumers, streamReaders } from '@hanoi/functions/stream/catalogue';
import { asksFor } from '@hanoi/functions/stream/wanted';
import { invoke } from '@hanoi/local/pump/invoke';
import type { DynamoDBRecord } from 'aws-lambda';

export type Replayed = {
  /** Letters whose records went through. */
  done: number;
  /** Letters that stay: their consumer fails still. */
  failed: number;
  /** Letters that stay: the stream no longer has their records. */
  gone: number;
};

export type Replay = (records: readonly DynamoDBRecord[], name?: string) => Promise<void>;

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
    if (mine.length === 0) continue;
    const { done, error } = await invoke(consumer.load, consumer.name, mine);
    if (done < mine.length) failures.push(`${consumer.name} fails still: ${String(error)}`);
  }
  if (failures.length > 0) throw new Error(failures.join('; '));
}

function isRunBy(reader: string, consumer: StreamConsumer): boolean {
  return streamReaders.some(({ name, consumers }) => name === reader && consumers.includes(consumer));
}
