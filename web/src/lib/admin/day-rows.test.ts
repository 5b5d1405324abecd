import type { DayFigures } from '@hanoi/core/daily/schema';
import { expect, test } from 'vitest';
import { dayRows } from './day-rows';

const now = new Date('2026-11-29T17:30:00Z');
const figuresOf = (day: string, comments: number, over: Partial<DayFigures> = {}): DayFigures => ({
  ...{ day, isOver: true, updatedAt: '2026-11-29T17:20:00.000Z', waits: null },
  ...{ people: 0, challenges: 0, solutions: 0, comments, supports: 1_234, reports: 0, decisions: 0 },
  ...over,
});
const waits = { openItems: 25, oldestItemAt: '2026-11-27T05:20:00.000Z', failedJobs: 0 };

test('today in Hanoi stands beside yesterday, a week ago, and the sum of seven days; a dash where nobody counted', () => {
  const items = [figuresOf('2026-11-30', 3, { waits }), figuresOf('2026-11-29', 5), figuresOf('2026-11-24', 8)];
  const { came, waits: waiting, updatedAt } = dayRows(items, now, 'vi');
  expect(came.find(({ name }) => name === 'Bình luận mới')!.cells).toEqual(['3', '5', '–', '13']);
  expect(came.find(({ name }) => name === 'Lượt ủng hộ')!.cells).toEqual(['1.234', '1.234', '–', '2.468']);
  expect(waiting.map(({ cells }) => cells[0])).toEqual(['25', '2 ngày', '0']);
  expect(waiting[0]!.cells).toEqual(['25', '–', '–', '']);
  expect(updatedAt).toBe('2026-11-29T17:20:00.000Z');
});

test('before the first count there is nothing but dashes', () => {
  const { came, updatedAt } = dayRows([], now, 'en');
  expect(new Set(came.flatMap(({ cells }) => cells))).toEqual(new Set(['–']));
  expect(updatedAt).toBeNull();
});
