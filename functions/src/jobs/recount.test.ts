/** The nightly recount reports, mends only when asked to, and the repair job lists what was lost. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { closeChallenge, getChallenge, raiseChallenge } from '@hanoi/core/challenge/service';
import { tallyKey } from '@hanoi/core/db/keys';
import { listCards } from '@hanoi/core/listing/repo';
import { getSolution } from '@hanoi/core/solution/service';
import { supportSubject } from '@hanoi/core/support/service';
import { sumTally } from '@hanoi/core/tally/repo';
import { makeNewChallenge, makePublicChallenge, makePublicSolution } from '@hanoi/core/testing/challenge';
import { makeCtx, makePerson } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { expect, it } from 'vitest';
import { handler as recount } from './recount.ts';
import { handler as reproject } from './reproject.ts';

const table = useTable();

it('counts, repairs and lists again', async () => {
  const ctx = makeCtx(table, await makePerson(table));
  const { id } = await raiseChallenge(ctx, makeNewChallenge());
  const lie = { UpdateExpression: 'ADD support :three', ExpressionAttributeValues: { ':three': 3 } };
  await table.client.send(new UpdateCommand({ TableName: table.tableName, Key: tallyKey(id, 0), ...lie }));
  const reported = { visited: 1, failed: 0, done: true, differences: 1 };
  expect(await recount()).toEqual(reported);
  expect((await sumTally(ctx, id)).support).toBe(3);
  expect(await recount({ fix: true })).toEqual(reported);
  expect((await sumTally(ctx, id)).support).toBe(0);
  expect(await recount()).toEqual({ ...reported, differences: 0 });
  expect((await listCards(ctx, { list: 'challenges', sort: 'new', limit: 10 })).items).toEqual([]);
  expect(await reproject()).toEqual({ visited: 1, failed: 0, done: true });
  expect((await listCards(ctx, { list: 'challenges', sort: 'new', limit: 10 })).items).toHaveLength(1);
});

it('lets solutions follow their challenge, where the stream lost that it was closed', async () => {
  const ctx = makeCtx(table, await makePerson(table));
  const { id } = await makePublicChallenge(ctx);
  const solution = await makePublicSolution(ctx, id);
  await closeChallenge(ctx, id, 'Đã được giải quyết');
  await reproject();
  const { closesAt } = await getChallenge(ctx, id);
  expect((await getSolution(ctx, solution.id)).closesAt).toBe(closesAt);
  await expect(supportSubject(makeCtx(table, await makePerson(table)), solution.id)).rejects.toMatchObject({
    code: 'voting_closed',
  });
});

it('sums the differences of all subjects, however many are counted at a time', async () => {
  const ctx = makeCtx(table, await makePerson(table));
  const lie = { UpdateExpression: 'ADD support :one', ExpressionAttributeValues: { ':one': 1 } };
  for (let number = 0; number < 6; number++) {
    const { id } = await raiseChallenge(ctx, makeNewChallenge());
    await table.client.send(new UpdateCommand({ TableName: table.tableName, Key: tallyKey(id, 0), ...lie }));
  }
  expect((await recount()).differences).toBe(6);
});
