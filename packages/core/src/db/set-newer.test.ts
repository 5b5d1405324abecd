/** Values derived from a version are set once, in any order of arrival, and only where they belong. */
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { makeCtx } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { setNewer } from './set-newer.ts';

const table = useTable();
const ctx = makeCtx(table, { kind: 'system', name: 'test' });
const key = { pk: 'cmt_1', sk: 'CARD' };
const TableName = table.tableName;
const stored = async () => (await table.client.send(new GetCommand({ TableName, Key: key }))).Item;

/** The name of a comment's author, from this version of the person. */
const name = (text: string, version: number, person = 'per_1') =>
  setNewer(ctx, {
    key,
    fields: { 'author.name': text },
    version: ['authorVersion', version],
    condition: { expression: 'author.id = :person', values: { ':person': person } },
    changed: 'cmt_1',
  });

it('sets what is newer, in one field of a map, and never what is older or belongs to another', async () => {
  const item = { ...key, author: { id: 'per_1', name: 'Lan' }, body: 'Đúng vậy' };
  await table.client.send(new PutCommand({ TableName, Item: item }));
  await name('Phạm Lan', 3);
  expect(await stored()).toMatchObject({
    author: { id: 'per_1', name: 'Phạm Lan' },
    body: 'Đúng vậy',
    authorVersion: 3,
    requestId: ctx.requestId,
    gsi3pk: expect.stringMatching(/^CHANGED#[0-7]$/),
  });
  const named = await stored();
  await name('Lan cũ', 2);
  await name('Lan lặp lại', 3);
  await name('Người khác', 9, 'per_2');
  expect(await stored()).toEqual(named);
});

it('makes no item that is not there', async () => {
  const missing = { pk: 'cmt_2', sk: 'CARD' };
  await setNewer(ctx, {
    key: missing,
    fields: { counts: {} },
    version: ['tallyRevision', 1],
    condition: { expression: 'attribute_exists(pk)', values: {} },
  });
  expect((await table.client.send(new GetCommand({ TableName, Key: missing }))).Item).toBeUndefined();
});
