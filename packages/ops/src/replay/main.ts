/**
 * `npm run replay-dead-letters -- --queue streams`: gives what was set aside to its consumers once more. On a data folder
 * that is its dlq.ndjson; with `TABLE_NAME` it is the queue `STREAM_DEAD_LETTERS_ARN`.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { useConnected } from '@hanoi/core/db/client';
import { runCommand, UsageError } from '../command.ts';
import { replayFile } from './file.ts';
import { type Replayed, replay } from './replay.ts';

const usage = 'npm run replay-dead-letters -- --queue streams';

await runCommand(async ({ dataDir, open, say }) => {
  const { values } = parseArgs({ options: { queue: { type: 'string' } } });
  if (values.queue !== 'streams') throw new UsageError(usage);
  const queueArn = process.env.STREAM_DEAD_LETTERS_ARN;
  const isDeployed = Boolean(process.env.TABLE_NAME);
  if (isDeployed && !queueArn) {
    throw new UsageError('Set STREAM_DEAD_LETTERS_ARN too: the output StreamDeadLettersArn of the core stack.');
  }
  const table = await open();
  useConnected(table.db);
  const tell = (line: string) => say(`${line}\n`);
  const replayed =
    isDeployed && queueArn
      ? await fromQueue(queueArn, tell)
      : await replayFile(join(dataDir, 'dlq.ndjson'), replay, tell);
  say(`${describe(replayed)}, on ${table.place}.\n`);
  if (replayed.failed + replayed.gone > 0) process.exitCode = 1;
});

async function fromQueue(queueArn: string, tell: (line: string) => void): Promise<Replayed> {
  const { SQSClient } = await import('@aws-sdk/client-sqs');
  const { replayQueue } = await import('./queue.ts');
  const clients = { sqs: new SQSClient(), streams: new DynamoDBStreamsClient() };
  return replayQueue({ ...clients, queueArn, replay, tell });
}

function describe({ done, failed, gone }: Replayed): string {
  const lost = gone > 0 ? `, ${gone} too old to replay (run the jobs recount and reproject, then purge the queue)` : '';
  return `${done} replayed, ${failed} fail still${lost}`;
}
