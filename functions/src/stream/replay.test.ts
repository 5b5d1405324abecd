/** What a dead letter of the stream is sent to. */
import type { DynamoDBBatchResponse } from 'aws-lambda';
import { expect, test } from 'vitest';
import type { StreamConsumer } from './catalogue.ts';
import { replay } from './replay.ts';

test('a consumer that fails keeps none of the others from its work', async () => {
  const seen: string[] = [];
  const consumer = (name: string, answer: () => DynamoDBBatchResponse): StreamConsumer => ({
    name,
    wants: [{ pk: 'chl_' }],
    load: async () => async () => {
      seen.push(name);
      return answer();
    },
  });
  const fails = () => {
    throw new Error(`${seen.at(-1)} says no`);
  };
  const record = { dynamodb: { Keys: { pk: { S: 'chl_1' }, sk: { S: 'CARD' } }, SequenceNumber: '1' } };
  const consumers = [
    consumer('first', fails),
    consumer('second', () => ({ batchItemFailures: [] })),
    consumer('third', fails),
  ];
  const replaying = replay([record], undefined, consumers);
  await expect(replaying).rejects.toThrow(/first fails still: .*first says no; third fails still: .*third says no/);
  expect(seen).toEqual(['first', 'second', 'third']);
});
