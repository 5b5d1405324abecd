/** Accounts from before mailboxes were claimed: each keeps its way in, and another spelling makes no new one. */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { uniqueKey } from '../db/keys.ts';
import { accountOfEmail } from '../identity/service.ts';
import { makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { oneMailbox } from './one-mailbox.ts';
import { runMigrations } from './service.ts';

const table = useTable();
const system = makeCtx(table, { kind: 'system', name: 'test' });
const until = new Date('2100-01-01T00:00:00Z');

/** An account as it was made before: it claimed its address as it was typed. */
async function putFormer(email: string) {
  const { id } = await makePerson(table, { email });
  const Item = { ...uniqueKey('email', email), person: id };
  await table.client.send(new PutCommand({ TableName: table.tableName, Item }));
  return id;
}
const idOf = async (email: string) => (await accountOfEmail(system, email)).id;

it('owns its mailbox afterwards, and two that have one mailbox both keep their own address', async () => {
  const alone = await putFormer('lan.anh+hanoi@gmail.com');
  const plain = await putFormer('minh@example.vn');
  const [first, second] = [await putFormer('hoa+1@gmail.com'), await putFormer('hoa+2@gmail.com')];
  expect(await idOf('lan.anh+hanoi@gmail.com'), 'before the migration').toBe(alone);

  const [migrated] = await runMigrations(system, [oneMailbox], { until });
  expect(migrated).toMatchObject({ changed: 2, failed: 0, isDone: true });

  for (const spelling of ['lan.anh+hanoi@gmail.com', 'lananh@gmail.com', 'l.a.n.anh+x@googlemail.com'])
    expect(await idOf(spelling), spelling).toBe(alone);
  expect(await idOf('minh@example.vn')).toBe(plain);
  expect(await idOf('hoa+1@gmail.com')).toBe(first);
  expect(await idOf('hoa+2@gmail.com')).toBe(second);
  expect([first, second]).toContain(await idOf('hoa@gmail.com'));

  const [again] = await runMigrations(system, [oneMailbox], { until, isAgain: true });
  expect(again).toMatchObject({ changed: 0, failed: 0 });
});
