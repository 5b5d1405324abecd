/** A record no projection can digest goes to the dead letters, and what stands beside it and after it goes on. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { listChallenges, raiseChallenge } from '@hanoi/core/challenge/service';
import { cardKey, tallyKey } from '@hanoi/core/db/keys';
import { newId } from '@hanoi/core/shared/ids';
import { castVote } from '@hanoi/core/support/service';
import { createStreamsClient } from '@hanoi/local/engine/client';
import { silentLog } from '@hanoi/local/log';
import { deployedReader } from '@hanoi/local/pump/deployed';
import { startPump } from '@hanoi/local/pump/pump';
import { makeNewChallenge } from '@hanoi/testing/challenge';
import { makeCtx, makePerson } from '@hanoi/testing/context';
import { useTable } from '@hanoi/testing/engine';
import { afterAll, expect, it } from 'vitest';
import { streamReaders } from './catalogue.ts';

const table = useTable();
const folder = mkdtempSync(join(tmpdir(), 'poison-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('is set aside by the deployed readers', async () => {
  const ctx = makeCtx(table, await makePerson(table));
  const raise = async () => {
    const { id } = await raiseChallenge(ctx, makeNewChallenge());
    await castVote(ctx, id);
    return id;
  };
  const put = (item: object) => table.client.send(new PutCommand({ TableName: table.tableName, Item: item }));
  const before = await raise();
  const poison = newId('challenge', ctx);
  await put({ ...cardKey(poison), id: poison, status: 'open', title: 'Không có thẻ nào' });
  await put({ ...tallyKey(poison, 0), support: 'nhiều', revision: 1 });
  const after = await raise();

  const deadLetterFile = join(folder, 'dlq.ndjson');
  const atOnce = { windowMs: 0, longestWindowMs: 0, maxAttempts: 2 };
  const pump = await startPump({
    streamsClient: createStreamsClient(table.endpoint),
    tableName: table.tableName,
    consumers: streamReaders.map((reader) => ({ ...deployedReader(reader), ...atOnce })),
    checkpointFile: join(folder, 'checkpoint.json'),
    deadLetterFile,
    log: silentLog,
    contiguous: true,
  });
  await pump.idle();
  await pump.stop();

  const { items } = await listChallenges(ctx, { sort: 'new', limit: 10 });
  expect(items.map(({ id, support }) => ({ id, support }))).toEqual([after, before].map((id) => ({ id, support: 1 })));
  const letters = readFileSync(deadLetterFile, 'utf8').trim().split('\n');
  const told = letters
    .map((line) => JSON.parse(line))
    .map(({ consumer, record }) => [consumer, record.dynamodb.Keys.pk.S]);
  expect(told.sort()).toEqual([
    ['now', tallyKey(poison, 0).pk],
    ['now', poison],
  ]);
});
