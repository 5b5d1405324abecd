/** What is told to the engine is told whole. */
import { expect, test } from 'vitest';
import { unreadTrigger } from './unread.ts';

test('a filter that cannot be told to the engine is not quietly ignored', () => {
  const Pattern = JSON.stringify({ dynamodb: { Keys: { pk: { S: [{ suffix: 'x' }] } } } });
  expect(() => unreadTrigger({ table: 'table', filters: [{ Pattern }] })).toThrow('suffix');
});
