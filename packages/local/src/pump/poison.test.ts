/** A record that no projection can process goes to the dead letters; the records beside and after it are processed. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { editChallenge, raiseChallenge } from '@hanoi/core/challenge/service';
import { cardKey, tallyKey } from '@hanoi/core/db/keys';
import { listCards } from '@hanoi/core/listing/repo';
import { editMe } from '@hanoi/core/person/service';
import { newId } from '@hanoi/core/shared/ids';
import { draftSolution, getSolution, submitSolution } from '@hanoi/core/solution/service';
import { supportSubject } from '@hanoi/core/support/service';
import { makeNewChallenge, makeNewSolution } from '@hanoi/core/testing/challenge';
import { makeCtx, makePerson } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { createStreamsClient } from '@hanoi/engine/client';
import { silentLog } from '@hanoi/engine/log';
import { type StreamReader, streamReader } from '@hanoi/functions/stream/catalogue';
import { drainQueues, useMemoryQueues } from '@hanoi/functions/testing/queues';
import { afterAll, expect, it } from 'vitest';
import { deployedReader } from './deployed.ts';
import { startPump } from './pump.ts';

const table = useTable();
const folder = mkdtempSync(join(tmpdir(), 'poison-'));
afterAll(() => rmSync(folder, { recursive: true }));

const put = (item: object) => table.client.send(new PutCommand({ TableName: table.tableName, Item: item }));

/** Runs one deployed reader on all that was written. Resolves to its dead letters: the consumer, and the partition key. */
async function run(name: StreamReader['name']): Promise<[string, string][]> {
  const deadLetterFile = join(folder, `${name}.ndjson`);
  const atOnce = { windowMs: 0, longestWindowMs: 0, maxAttempts: 2 };
  const pump = await startPump({
    streamsClient: createStreamsClient(table.endpoint),
    tableName: table.tableName,
    consumers: [{ ...deployedReader(streamReader(name)), ...atOnce }],
    checkpointFile: join(folder, `${name}.json`),
    deadLetterFile,
    log: silentLog,
    contiguous: true,
  });
  await pump.idle();
  await pump.stop();
  const letters = readFileSync(deadLetterFile, 'utf8').trim().split('\n');
  return letters
    .map((line) => JSON.parse(line))
    .map(({ consumer, record }): [string, string] => [consumer, record.dynamodb.Keys.pk.S])
    .sort();
}

it('of the reader now goes to the dead letters; counts and lists go on', async () => {
  const ctx = makeCtx(table, await makePerson(table));
  const raise = async () => {
    const { id } = await raiseChallenge(ctx, makeNewChallenge());
    await supportSubject(ctx, id);
    return id;
  };
  const before = await raise();
  const poison = newId('challenge', ctx);
  await put({ ...cardKey(poison), id: poison, status: 'open', title: 'Không có thẻ nào' });
  await put({ ...tallyKey(poison, 0), support: 'nhiều', revision: 1 });
  const after = await raise();

  expect(await run('now')).toEqual([
    ['now', tallyKey(poison, 0).pk],
    ['now', poison],
  ]);
  const { items } = await listCards(ctx, { list: 'challenges', sort: 'new', limit: 10 });
  expect(items.map(({ id, support }) => ({ id, support }))).toEqual([after, before].map((id) => ({ id, support: 1 })));
});

it('of the reader later goes to the dead letters; all other work reaches the queues', async () => {
  const write = async () => {
    const ctx = makeCtx(table, await makePerson(table));
    const { id: challenge } = await raiseChallenge(ctx, makeNewChallenge());
    const { id } = await draftSolution(ctx, challenge, makeNewSolution());
    await submitSolution(ctx, id);
    return { ctx, id, challenge };
  };
  const change = async ({ ctx, challenge }: Awaited<ReturnType<typeof write>>) => {
    await editMe(ctx, { name: 'Tên về sau' });
    await editChallenge(ctx, challenge, { version: 1, title: 'Một tiêu đề rõ ràng hơn' });
  };
  useMemoryQueues();
  const before = await write();
  await change(before);
  // By its key it is the card of a subject, but no queue accepts a message with its id.
  const poison = { ...cardKey(newId('challenge', before.ctx)), id: 'chl_none', version: 1 };
  await put({ ...poison, title: 'Trước' });
  await put({ ...poison, title: 'Sau' });
  const after = await write();
  await change(after);

  expect(await run('later')).toEqual([['later', poison.pk]]);
  await drainQueues();
  for (const { ctx, id } of [before, after])
    expect(await getSolution(ctx, id)).toMatchObject({
      author: { name: 'Tên về sau' },
      challengeTitle: 'Một tiêu đề rõ ràng hơn',
    });
});
