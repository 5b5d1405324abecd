/** People from before they were found by name: each is, once, and nothing else of them changes. */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { personKey } from '../db/keys.ts';
import { findPeopleNamed } from '../person/list-of.ts';
import { findPerson } from '../person/repo.ts';
import { newId } from '../shared/ids.ts';
import { makeCtx } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { peopleByName } from './people-by-name.ts';
import { runMigrations } from './service.ts';

const table = useTable();
const system = makeCtx(table, { kind: 'system', name: 'test' });

it('finds them by name from then on', async () => {
  const id = newId('person', system);
  const person = { id, name: 'Hồ Xuân Hương', roles: [], memberships: [], version: 3 };
  await table.client.send(new PutCommand({ TableName: table.tableName, Item: { ...personKey(id), ...person } }));
  const find = async () => (await findPeopleNamed(system, 'xuân hương', { limit: 10 })).items.map((one) => one.id);
  expect(await find()).toEqual([]);
  const [run] = await runMigrations(system, [peopleByName], { until: new Date('2100-01-01T00:00:00Z') });
  expect(run).toMatchObject({ changed: 1, failed: 0, isDone: true });
  expect(await find()).toEqual([id]);
  expect(await findPerson(system, id)).toMatchObject(person);
});
