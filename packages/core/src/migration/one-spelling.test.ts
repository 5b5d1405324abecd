/** Tags from before there was one spelling: each gets it, once, wherever the run was interrupted. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { getChallenge, raiseChallenge } from '../challenge/service.ts';
import { cardKey } from '../db/keys.ts';
import { makeNewChallenge } from '../testing/challenge.ts';
import { makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { oneSpelling } from './one-spelling.ts';
import { runMigrations } from './service.ts';

const table = useTable();
const system = makeCtx(table, { kind: 'system', name: 'test' });
const until = new Date('2100-01-01T00:00:00Z');

/** A challenge with tags as they were stored before. */
async function former(tags: string[], over: object = {}) {
  const ctx = makeCtx(table, await makePerson(table));
  const { id } = await raiseChallenge(ctx, makeNewChallenge(over));
  const set = { UpdateExpression: 'SET tags = :tags', ExpressionAttributeValues: { ':tags': tags } };
  await table.client.send(new UpdateCommand({ TableName: table.tableName, Key: cardKey(id), ...set }));
  return { id, read: async () => await getChallenge(ctx, id) };
}

it('brings each tag to its one spelling, drafts’ too, and leaves the others and the versions alone', async () => {
  const mixed = await former(['Hoà Bình', 'hòa bình', 'thủy lợi'.normalize('NFD'), 'THUỶ LỢI', 'ngập  lụt']);
  const draft = await former(['Khoẻ'], { draft: true });
  const right = await former(['quốc gia', 'ngập lụt']);
  expect(await run()).toMatchObject({ changed: 2, failed: 0, isDone: true });
  expect(await mixed.read()).toMatchObject({ tags: ['hòa bình', 'thủy lợi', 'ngập lụt'], version: 1 });
  expect(await draft.read()).toMatchObject({ tags: ['khỏe'], version: 1 });
  expect(await right.read()).toMatchObject({ tags: ['quốc gia', 'ngập lụt'], version: 1 });
  expect(await run({ isAgain: true })).toMatchObject({ changed: 0, failed: 0, isDone: true });
});

it('continues where it was interrupted', async () => {
  const each = await Promise.all(Array.from({ length: 6 }, () => former(['Hoà Bình'])));
  let [last, changed] = [await run({ isAgain: true, until: new Date(0), pageSize: 3 }), 0];
  for (let runs = 0; !last.isDone && runs < 200; runs++) {
    changed += last.changed;
    last = await run({ until: new Date(0), pageSize: 3 });
  }
  expect(changed + last.changed).toBe(6);
  for (const { read } of each) expect((await read()).tags).toEqual(['hòa bình']);
});

async function run(options: object = {}) {
  return (await runMigrations(system, [oneSpelling], { until, ...options }))[0]!;
}
