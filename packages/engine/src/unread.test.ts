/** Filters passed to the engine are applied completely. */
import { expect, test } from 'vitest';
import { unreadTrigger } from './unread.ts';

test('a filter that the engine cannot apply is not silently ignored', () => {
  const Pattern = JSON.stringify({ dynamodb: { Keys: { pk: { S: [{ suffix: 'x' }] } } } });
  expect(() => unreadTrigger({ table: 'table', filters: [{ Pattern }] })).toThrow('suffix');
});
