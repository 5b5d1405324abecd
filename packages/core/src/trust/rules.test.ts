/** Levels of trust, and the places of an hour that go with them. */
import { describe, expect, it } from 'vitest';
import { day } from '../shared/time.ts';
import { levelOf, placesOf } from './rules.ts';

describe('an author is', () => {
  it.each([
    [0, 0, 0, 0, 'new'],
    [7 * day - 1, 5, 0, 0, 'new'],
    [7 * day, 0, 0, 0, 'new'],
    [7 * day, 1, 0, 0, 'known'],
    [7 * day, 0, 1, 0, 'known'],
    [7 * day, 1, 0, 2, 'known'],
    [7 * day, 1, 0, 3, 'new'],
    [60 * day, 4, 0, 0, 'known'],
    [60 * day, 4, 1, 0, 'trusted'],
    [60 * day, 5, 0, 0, 'trusted'],
    [60 * day, 5, 0, 1, 'known'],
  ])('after %i ms with %i posts, %i reports that were right and %i decisions against them: %s', (...of) => {
    const [age, posts, upheld, decisions, level] = of;
    expect(levelOf({ age, posts, upheld, decisions })).toBe(level);
  });
});

it('new accounts have two thirds of the places, those who are limited a tenth at every level, and all the same for their own account', () => {
  const now = new Date('2026-11-29T00:00:00Z');
  const limitedUntil = '2026-11-29T00:00:01Z';
  expect(placesOf({}, 'comment', now)).toEqual({ least: 67, known: 100 });
  expect(placesOf({ limitedUntil }, 'comment', now)).toEqual({ least: 10, known: 10 });
  expect(placesOf({ limitedUntil: now.toISOString() }, 'edit', now)).toEqual({ least: 80, known: 120 });
  expect(placesOf({ limitedUntil }, 'account', now)).toEqual({ least: 20, known: 20 });
});
