import { expect, test } from 'vitest';
import { offeredStatuses, stepsOf } from './offered-statuses';

test('only statuses that some challenge can be in are offered, and the one that an address asks for', () => {
  expect(offeredStatuses(undefined)).toEqual(['open', 'closed']);
  expect(offeredStatuses('decided')).toEqual(['open', 'decided', 'closed']);
});

test('steps that can’t happen are not shown; those behind are', () => {
  expect(stepsOf('open', true)).toEqual([]);
  expect(stepsOf('closed', true)).toEqual([]);
  expect(stepsOf('decided', false)).toEqual(['open', 'decided']);
  expect(stepsOf('decided', true)).toEqual(['open', 'evaluating', 'decided']);
});
