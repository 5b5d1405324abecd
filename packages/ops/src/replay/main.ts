/**
 * `npm run replay-dead-letters -- --queue streams`: sends the dead letters of the stream to their consumers again; with the name of a
 * queue of slow work, those of the queue to it. On a data folder they are filed first, and are the letters that administrators see. With
 * `TABLE_NAME` they are those of the stage `STAGE`: first what is not filed yet, for the stream in the queue `STREAM_DEAD_LETTERS_ARN`.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { enterAudit } from '@hanoi/core/audit/service';
import { useConnected } from '@hanoi/core/db/client';
import { type LetterSource, letterSources } from '@hanoi/core/dead-letter/schema';
import type { Ctx } from '@hanoi/core/shared/context';
import { openQueueStore } from '@hanoi/engine/queue/store';
import { useQueues } from '@hanoi/functions/queue/port-in-force';
import { replay } from '@hanoi/functions/stream/replay';
import { deadLetterFile, fileDeadLetters } from '@hanoi/local/file-dead-letters';
import { operatorContext, runCommand, type Tools, UsageError } from '../command.ts';
import { none, type Replayed, replayFiled, sumOf } from './filed.ts';

/** Calls of jobs are administrators' alone: they run a job by its name. */
const sources = letterSources.filter((source) => source !== 'jobs');
const usage = `npm run replay-dead-letters -- --queue NAME, which is one of: ${sources.join(', ')}`;

await runCommand(async (tools) => {
  const { values } = parseArgs({ options: { queue: { type: 'string' } } });
  const source = sources.find((name) => name === values.queue);
  if (!source) throw new UsageError(usage);
  const isDeployed = Boolean(process.env.TABLE_NAME);
  if (isDeployed) requireStage(source);
  const table = await tools.open();
  useConnected(table.db);
  const ctx = operatorContext(table.db, 'replay-dead-letters');
  const tell = (line: string) => tools.say(`${line}\n`);
  const replayed = isDeployed ? await onStage(ctx, source, tell) : await onFolder(tools, ctx, source, tell);
  await enterAudit(ctx, {
    action: 'dead_letters_replayed',
    subject: `queue:${source}`,
    facts: { letters: replayed.done },
  });
  tell(`${describe(replayed)}, on ${table.place}.`);
  if (replayed.failed + replayed.gone > 0) process.exitCode = 1;
});

type Tell = (line: string) => void;

/** A running site finds within seconds what is put into the file of its queues. */
async function onFolder({ dataDir, log }: Tools, ctx: Ctx, source: LetterSource, tell: Tell): Promise<Replayed> {
  const store = openQueueStore({ file: join(dataDir, 'queue.sqlite'), log });
  try {
    useQueues(store);
    await fileDeadLetters(ctx, { store, file: deadLetterFile(dataDir) }, log);
    return await replayFiled(ctx, source, tell);
  } finally {
    store.close();
  }
}

async function onStage(ctx: Ctx, source: LetterSource, tell: Tell): Promise<Replayed> {
  const stage = process.env.STAGE!;
  const { SQSClient } = await import('@aws-sdk/client-sqs');
  const [{ replayQueue }, { queuesOfStage }, { redriveSqs }] = await Promise.all([
    import('./queue.ts'),
    import('./stage-queues.ts'),
    import('./redrive.ts'),
  ]);
  const sqs = new SQSClient();
  useQueues(await queuesOfStage(sqs, stage));
  const queueArn = process.env.STREAM_DEAD_LETTERS_ARN!;
  const unfiled =
    source === 'streams'
      ? await replayQueue({ sqs, streams: new DynamoDBStreamsClient(), queueArn, replay, tell })
      : { ...none, done: await redriveSqs(sqs, stage, source) };
  return sumOf(unfiled, await replayFiled(ctx, source, tell));
}

/** @throws UsageError when it is not said which stage, or which queue, as both are in names */
function requireStage(source: LetterSource): void {
  if (!process.env.STAGE) throw new UsageError('Set STAGE too, such as production: it is in the names of the queues.');
  if (source === 'streams' && !process.env.STREAM_DEAD_LETTERS_ARN)
    throw new UsageError('Set STREAM_DEAD_LETTERS_ARN too: the output StreamDeadLettersArn of the core stack.');
}

function describe({ done, failed, gone }: Replayed): string {
  const lost = gone > 0 ? `, ${gone} without a record (run the jobs recount and reproject, then discard them)` : '';
  return `${done} sent again, ${failed} fail still${lost}`;
}
