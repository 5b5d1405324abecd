/** What comes into queues of dead letters on AWS is filed in the table, with all that is known of it; what can't be filed stays. */
import { DescribeStreamCommand, ListStreamsCommand } from '@aws-sdk/client-dynamodb-streams';
import { putItem } from '@hanoi/core/db/write';
import { noteFailure } from '@hanoi/core/dead-letter/failure';
import { fileLetter, getDeadLetter, listDeadLetters } from '@hanoi/core/dead-letter/service';
import { makeCtx } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { createStreamsClient } from '@hanoi/engine/client';
import type { Context, SQSBatchResponse, SQSMessageAttributes, SQSRecord } from 'aws-lambda';
import { expect, it, vi } from 'vitest';
import { handler } from './handler.ts';
import { letterOf } from './letter-of.ts';
import { recordsOf } from './stream-records.ts';

const table = useTable();
const ctx = makeCtx(table, { kind: 'system', name: 'test' });
const env = {
  LETTER_SOURCES: JSON.stringify({
    'arn:rename': { source: 'rename', tries: 5 },
    'arn:streams': { source: 'streams' },
    'arn:jobs': { source: 'jobs' },
  }),
  JOB_FUNCTIONS: JSON.stringify({ figures: 'hanoi-JobFigures-1a2b', recount: 'hanoi-JobRecount-3c4d' }),
};
const sentAt = new Date('2026-11-29T01:00:00Z');

function message(queue: string, body: string, attributes: Record<string, string> = {}, messageId = queue): SQSRecord {
  const messageAttributes = Object.fromEntries(
    Object.entries(attributes).map(([name, stringValue]) => [name, { stringValue, dataType: 'String' }]),
  ) as SQSMessageAttributes;
  const times = { SentTimestamp: String(sentAt.getTime()), ApproximateReceiveCount: '1' };
  return { messageId, body, messageAttributes, attributes: times, eventSourceARN: `arn:${queue}` } as never;
}

it('a message of a queue is filed once, with its tries and what its worker failed with', async () => {
  vi.stubEnv('LETTER_SOURCES', env.LETTER_SOURCES);
  await noteFailure(ctx, 'rename', 'm1', new RangeError('too many'));
  const run = async (...Records: SQSRecord[]) =>
    (await handler({ Records }, {} as Context, () => undefined)) as SQSBatchResponse;
  const records = [message('rename', '{"a":1}', {}, 'm1'), message('unknown', '{}', {}, 'm2')];
  expect(await run(...records)).toEqual({ batchItemFailures: [{ itemIdentifier: 'm2' }] });
  expect(await run(records[0]!)).toEqual({ batchItemFailures: [] });
  vi.unstubAllEnvs();
  const { items } = await listDeadLetters(ctx, { state: 'open', limit: 10 });
  expect(items).toMatchObject([
    { source: 'rename', tries: 5, sentAt: sentAt.toISOString(), fault: { name: 'RangeError', message: 'too many' } },
  ]);
});

it('a call of a job says which job, how often it was tried and why it failed', async () => {
  const attributes = {
    TARGET_ARN: 'arn:aws:lambda:ap-southeast-1:1:function:hanoi-JobRecount-3c4d',
    ERROR_CODE: 'TooManyRequestsException',
    ERROR_MESSAGE: 'Rate exceeded',
    RETRY_ATTEMPTS: '2',
  };
  const id = await fileLetter(ctx, await letterOf(message('jobs', '{}', attributes), env));
  expect(await getDeadLetter(ctx, id)).toMatchObject({
    ...{ source: 'jobs', body: '{"job":"recount"}', tries: 3, failedAt: sentAt.toISOString() },
    fault: { name: 'TooManyRequestsException', message: 'Rate exceeded' },
  });
});

it('records of the stream are read again and kept; those it has dropped are told of', async () => {
  const streams = createStreamsClient(table.endpoint);
  await putItem(ctx, { pk: 'TALLY#x#0', sk: 'TALLY', name: 'Chị Lan' });
  const { Streams } = await streams.send(new ListStreamsCommand({ TableName: table.tableName }));
  const streamArn = Streams![0]!.StreamArn!;
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn: streamArn }));
  const shardId = StreamDescription!.Shards![0]!.ShardId!;
  const all = { streamArn, shardId, startSequenceNumber: '1', endSequenceNumber: '99999' };
  const { SequenceNumber } = (await recordsOf(streams, all))!.at(-1)!.dynamodb!;
  const batch = { ...all, startSequenceNumber: SequenceNumber!, endSequenceNumber: SequenceNumber! };
  const timestamp = '2026-11-29T02:00:00.000Z';
  const body = (DDBStreamBatchInfo: object) =>
    JSON.stringify({ timestamp, requestContext: { approximateInvokeCount: 10 }, DDBStreamBatchInfo });
  const letter = await letterOf(message('streams', body(batch)), env, () => streams);
  expect(letter).toMatchObject({ source: 'streams', tries: 10, failedAt: new Date(timestamp) });
  expect(JSON.parse(letter.body)).toEqual({ event: 'INSERT', keys: { pk: 'TALLY#x#0', sk: 'TALLY' }, records: 1 });
  expect(JSON.parse(letter.record!)).toMatchObject([{ dynamodb: { SequenceNumber } }]);
  const gone = body({ ...batch, shardId: 'shardId-00000000000000000000-dead' });
  const without = await fileLetter(ctx, await letterOf(message('streams', gone), env, () => streams));
  expect(await getDeadLetter(ctx, without)).toMatchObject({ canRetry: false });
});
