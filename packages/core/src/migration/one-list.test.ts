/** Rows of the lists that nothing reads any more are deleted; those of the list that is left stay. */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { raiseChallenge } from '../challenge/service.ts';
import { getItem } from '../db/get.ts';
import { listRowKey } from '../db/keys.ts';
import { projectRows } from '../listing/repo.ts';
import { newId } from '../shared/ids.ts';
import { makeNewChallenge } from '../testing/challenge.ts';
import { makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { oneList } from './one-list.ts';
import { runMigrations } from './service.ts';

const table = useTable();
const system = makeCtx(table, { kind: 'system', name: 'test' });
const until = new Date('2100-01-01T00:00:00Z');

it('leaves each subject in one list', async () => {
  const { id } = await raiseChallenge(makeCtx(table, await makePerson(table)), makeNewChallenge());
  const solution = newId('solution', system);
  await projectRows(system, [id]);
  const gone = [
    ...['tag:ngập lụt', 'ward:00331', 'programme:P5', 'status:closed', 'kind:launched'].map((list) =>
      listRowKey(list, id),
    ),
    listRowKey('solutions', solution),
  ];
  const kept = [listRowKey('challenges', id), listRowKey(`solutions:${id}`, solution)];
  for (const key of [...gone, kept[1]!])
    await table.client.send(new PutCommand({ TableName: table.tableName, Item: { ...key, title: 'Một hàng' } }));
  const dry = await runMigrations(system, [oneList], { until, isDry: true });
  expect(dry).toMatchObject([{ changed: 6, isDone: true }]);
  expect(await runMigrations(system, [oneList], { until })).toMatchObject([{ changed: 6, failed: 0, isDone: true }]);
  for (const key of gone) expect(await getItem(system, key), key.pk).toBeUndefined();
  for (const key of kept) expect(await getItem(system, key), key.pk).toBeDefined();
});
