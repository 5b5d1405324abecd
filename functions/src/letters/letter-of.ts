/** What a message in a queue of dead letters says of the work that was given up. */
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { type LetterSource, letterSources } from '@hanoi/core/dead-letter/schema';
import type { GivenUp } from '@hanoi/core/dead-letter/service';
import type { SQSRecord } from 'aws-lambda';
import { z } from 'zod';
import { tracedClient } from '../tracing.ts';
import { givenUpBatchSchema, recordsOf } from './stream-records.ts';

const sourcesSchema = z.record(z.string(), z.object({ source: z.enum(letterSources), tries: z.number().optional() }));

let made: DynamoDBStreamsClient | undefined;

function streamsHere(): DynamoDBStreamsClient {
  made ??= tracedClient(new DynamoDBStreamsClient());
  return made;
}

/** The letter in a message. @throws where it is from no queue that `LETTER_SOURCES` names, or the stream cannot be read just now */
export async function letterOf(message: SQSRecord, env = process.env, streams = streamsHere): Promise<GivenUp> {
  const from = sourcesSchema.parse(JSON.parse(env.LETTER_SOURCES ?? '{}'))[message.eventSourceARN];
  if (!from) throw new Error(`LETTER_SOURCES does not name ${message.eventSourceARN}`);
  if (from.source === 'streams') return streamLetter(message, streams());
  if (from.source === 'jobs') return callLetter(message, env);
  return queueLetter(message, from.source, from.tries);
}

const sentAt = ({ attributes }: SQSRecord) => new Date(Number(attributes.SentTimestamp));

/** SQS moves a message with its id and the time it was sent. */
function queueLetter(message: SQSRecord, source: LetterSource, tries?: number): GivenUp {
  const { messageId, body } = message;
  return { source, messageId, body, sentAt: sentAt(message), failedAt: new Date(), ...(tries && { tries }) };
}

async function streamLetter(message: SQSRecord, streams: DynamoDBStreamsClient): Promise<GivenUp> {
  const { DDBStreamBatchInfo: batch, requestContext, timestamp } = givenUpBatchSchema.parse(JSON.parse(message.body));
  const records = await recordsOf(streams, batch);
  const [first] = records ?? [];
  const { pk, sk } = first?.dynamodb?.Keys ?? {};
  const shown = first
    ? { event: first.eventName, keys: { pk: pk?.S ?? '', sk: sk?.S ?? '' }, records: records?.length }
    : { shard: batch.shardId, from: batch.startSequenceNumber, to: batch.endSequenceNumber };
  return {
    source: 'streams',
    messageId: batch.startSequenceNumber,
    failedAt: timestamp ? new Date(timestamp) : sentAt(message),
    body: JSON.stringify(shown),
    ...(requestContext?.approximateInvokeCount && { tries: requestContext.approximateInvokeCount }),
    ...(records && { record: JSON.stringify(records) }),
  };
}

const functionsSchema = z.record(z.string(), z.string());

/** A call of a job, as the scheduler sets it aside ("Configuring a dead-letter queue", EventBridge Scheduler user guide). */
function callLetter(message: SQSRecord, env: NodeJS.ProcessEnv): GivenUp {
  const told = (name: string) => message.messageAttributes[name]?.stringValue;
  const called = told('TARGET_ARN')?.split(':').at(-1);
  const names = functionsSchema.parse(JSON.parse(env.JOB_FUNCTIONS ?? '{}'));
  const job = Object.keys(names).find((one) => names[one] === called);
  const tries = Number(told('RETRY_ATTEMPTS'));
  const error = Object.assign(new Error(told('ERROR_MESSAGE')), { name: told('ERROR_CODE') ?? 'Error' });
  return {
    source: 'jobs',
    messageId: message.messageId,
    failedAt: sentAt(message),
    body: JSON.stringify({ job: job ?? called ?? null }),
    ...(tries && { tries: tries + 1 }),
    error,
  };
}
