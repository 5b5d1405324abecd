/** Two readers follow the stream; each gives its consumers what they ask for, and none keeps another from its work. */
import { compileFilter } from '@hanoi/engine/stream/pattern';
import type { Context, DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { type StreamConsumer, streamConsumers, streamReaders } from './catalogue.ts';
import { makeReaderHandler } from './reader.ts';
import { asksFor, filterOf } from './wanted.ts';

const record = (pk: string, sk: string, number = '1'): DynamoDBRecord => ({
  dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } }, SequenceNumber: number },
});

describe('the readers', () => {
  it('are no more than DynamoDB lets follow a shard', () => {
    expect(streamReaders.length).toBeLessThanOrEqual(2);
  });

  const keys = [
    'TALLY#chl_1#0',
    'chl_1',
    'sol_1',
    'cmt_1',
    'per_1',
    'LIST#challenges',
    'EVENTS#chl_1',
    'VOTE#chl_1#0',
    'FOUND#cmt_1',
  ];
  const records = keys.flatMap((pk) => ['CARD', 'BODY', 'PERSON', 'SESSION', '0'].map((sk) => record(pk, sk)));

  it.each(streamReaders)('$name is called for what its consumers ask for, and for nothing else', (reader) => {
    const isLetThrough = compileFilter(filterOf(reader));
    for (const one of records)
      expect(isLetThrough(one), JSON.stringify(one)).toBe(reader.consumers.some((consumer) => asksFor(consumer, one)));
    // Lambda takes five patterns a mapping, unless asked for more.
    expect(filterOf(reader).length).toBeLessThanOrEqual(5);
  });

  it.each(streamConsumers)('$name asks for something, and not for what projections write of lists', (consumer) => {
    const asked = records.filter((one) => asksFor(consumer, one));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.some(({ dynamodb }) => dynamodb?.Keys?.pk?.S?.startsWith('LIST#'))).toBe(false);
  });
});

describe('a reader', () => {
  const batch = [record('a', 'X', '1'), record('b', 'X', '2'), record('a', 'X', '3'), record('b', 'X', '4')];
  const run = (...consumers: StreamConsumer[]) =>
    makeReaderHandler({ name: 'now', consumers })({ Records: batch }, {} as Context, () => undefined);
  const seenBy: Record<string, string[]> = {};
  const consumer = (name: string, pk: string, answer: () => string[]): StreamConsumer => ({
    name,
    wants: [{ pk }],
    load: async () => async (event) => {
      seenBy[name] = event.Records.map(({ dynamodb }) => dynamodb!.SequenceNumber!);
      return { batchItemFailures: answer().map((itemIdentifier) => ({ itemIdentifier })) };
    },
  });
  const fails = () => {
    throw new Error('nothing goes');
  };

  it('gives each its own records', async () => {
    expect(
      await run(
        consumer('first', 'a', () => []),
        consumer('second', 'b', () => []),
      ),
    ).toEqual({
      batchItemFailures: [],
    });
    expect(seenBy).toMatchObject({ first: ['1', '3'], second: ['2', '4'] });
  });

  it('reports what any of them could not process', async () => {
    expect(
      await run(
        consumer('first', 'a', () => ['3']),
        consumer('second', 'b', () => ['2']),
      ),
    ).toEqual({
      batchItemFailures: [{ itemIdentifier: '3' }, { itemIdentifier: '2' }],
    });
  });

  it('goes on with the others where one fails as a whole, and reports the first record of that one', async () => {
    delete seenBy.second;
    expect(
      await run(
        consumer('first', 'b', fails),
        consumer('second', 'a', () => []),
      ),
    ).toEqual({
      batchItemFailures: [{ itemIdentifier: '2' }],
    });
    expect(seenBy.second).toEqual(['1', '3']);
    const lost = { ...consumer('lost', 'a', () => []), load: async () => fails() };
    expect(await run(lost)).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
  });
});
