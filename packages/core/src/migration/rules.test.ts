/** The write of a migration: only what differs, only if nothing has changed, and never another key. */
import { expect, it } from 'vitest';
import { changeOf } from './rules.ts';

const item = { pk: 'a', sk: 'b', same: [1, { x: 1 }], size: '7' };

it('is nothing where nothing differs', () => {
  expect(changeOf(item, structuredClone(item))).toBeUndefined();
});

it('writes what differs, and asks whether all of it is as it was', () => {
  const { size, ...rest } = item;
  expect(changeOf(item, { ...rest, area: 7 })).toEqual({
    Key: { pk: 'a', sk: 'b' },
    UpdateExpression: 'SET #a2 = :a2 REMOVE #a1',
    ConditionExpression: 'attribute_exists(pk) AND #a0 = :b0 AND #a1 = :b1 AND attribute_not_exists(#a2)',
    ExpressionAttributeNames: { '#a0': 'same', '#a1': 'size', '#a2': 'area' },
    ExpressionAttributeValues: { ':b0': item.same, ':b1': size, ':a2': 7 },
  });
});

it('only sets or only removes where there is no more to do', () => {
  expect(changeOf(item, { ...item, size: '8' })?.UpdateExpression).toBe('SET #a1 = :a1');
  const { same, size, ...key } = item;
  expect(changeOf(item, key)?.UpdateExpression).toBe('REMOVE #a0, #a1');
});

it('moves no item', () => {
  for (const key of [{ pk: 'c' }, { sk: 'c' }])
    expect(() => changeOf(item, { ...item, ...key })).toThrow("can't move a");
});
