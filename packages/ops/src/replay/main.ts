/**
 * `npm run replay-dead-letters -- --queue streams`: replays the dead letters of the stream to their consumers. On a data
 * folder that is its dlq.ndjson; with `TABLE_NAME` it is the queue `STREAM_DEAD_LETTERS_ARN`, and consumers send their messages to the
 * queues of the stage `STAGE`. With the name of a queue of slow work, puts its dead letters back on it; with `TABLE_NAME`, those of the stage `STAGE`.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { enterAudit } from '@hanoi/core/audit/service';
import { type Db, useConnected } from '@hanoi/core/db/client';
import { queues } from '@hanoi/functions/queue/catalogue';
import { useQueues } from '@hanoi/functions/queue/port-in-force';
import { operatorContext, runCommand, type Tools, UsageError } from '../command.ts';
import { replayFile } from './file.ts';
import { redriveFile, redriveSqs } from './redrive.ts';
import { type Replayed, replay } from './replay.ts';

const usage = `npm run replay-dead-letters -- --queue NAME, which is one of: streams, ${queues.map(({ name }) => name).join(', ')}`;

await runCommand(async (tools) => {
  const { values } = parseArgs({ options: { queue: { type: 'string' } } });
  const queue = queues.find(({ name }) => name === values.queue);
  if (queue) await redrive(tools, queue.name);
  else if (values.queue === 'streams') await replayStreams(tools);
  else throw new UsageError(usage);
});

async function redrive({ dataDir, open, say, log }: Tools, queue: string): Promise<void> {
  if (process.env.TABLE_NAME) {
    const stage = requireStage();
    const { SQSClient } = await import('@aws-sdk/client-sqs');
    const moved = await redriveSqs(new SQSClient(), stage, queue);
    await enter((await open()).db, queue, moved);
    say(`${moved} messages are back on ${queue}, in the stage ${stage}.\n`);
    return;
  }
  // Opened, so that they are worked on where no site runs.
  const { db, place } = await open();
  const moved = redriveFile(join(dataDir, 'queue.sqlite'), queue, log);
  await enter(db, queue, moved);
  say(`${moved} messages are back on ${queue}, in ${place}.\n`);
}

async function replayStreams({ dataDir, open, say }: Tools): Promise<void> {
  const queueArn = process.env.STREAM_DEAD_LETTERS_ARN;
  const isDeployed = Boolean(process.env.TABLE_NAME);
  if (isDeployed && !queueArn) {
    throw new UsageError('Set STREAM_DEAD_LETTERS_ARN too: the output StreamDeadLettersArn of the core stack.');
  }
  const stage = isDeployed ? requireStage() : '';
  const table = await open();
  useConnected(table.db);
  const tell = (line: string) => say(`${line}\n`);
  const replayed =
    isDeployed && queueArn
      ? await fromQueue(queueArn, stage, tell)
      : await replayFile(join(dataDir, 'dlq.ndjson'), replay, tell);
  await enter(table.db, 'streams', replayed.done);
  say(`${describe(replayed)}, on ${table.place}.\n`);
  if (replayed.failed + replayed.gone > 0) process.exitCode = 1;
}

/** Enters in the audit log who sent dead letters again, and how many. */
function enter(db: Db, queue: string, letters: number): Promise<void> {
  const told = { action: 'dead_letters_replayed', subject: `queue:${queue}`, facts: { letters } } as const;
  return enterAudit(operatorContext(db, 'replay-dead-letters'), told);
}

/** @throws UsageError when the stage is not said */
function requireStage(): string {
  const stage = process.env.STAGE;
  if (!stage) throw new UsageError('Set STAGE too, such as production: it is in the names of the queues.');
  return stage;
}

async function fromQueue(queueArn: string, stage: string, tell: (line: string) => void): Promise<Replayed> {
  const { SQSClient } = await import('@aws-sdk/client-sqs');
  const [{ replayQueue }, { queuesOfStage }] = await Promise.all([import('./queue.ts'), import('./stage-queues.ts')]);
  const clients = { sqs: new SQSClient(), streams: new DynamoDBStreamsClient() };
  useQueues(await queuesOfStage(clients.sqs, stage));
  return replayQueue({ ...clients, queueArn, replay, tell });
}

function describe({ done, failed, gone }: Replayed): string {
  const lost = gone > 0 ? `, ${gone} too old to replay (run the jobs recount and reproject, then purge the queue)` : '';
  return `${done} replayed, ${failed} fail still${lost}`;
}
