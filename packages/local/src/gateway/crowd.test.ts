/** A crowd is here from the fiftieth write of a second until a second without one. */
import { expect, test } from 'vitest';
import { createCrowd } from './crowd.ts';

test('a crowd comes and goes', () => {
  let now = 10_000;
  const crowd = createCrowd(() => now);
  const write = (times: number) => {
    for (let time = 0; time < times; time++) crowd.came();
  };
  expect(crowd.isHere()).toBe(false);
  write(49);
  expect(crowd.isHere()).toBe(false);
  write(1);
  expect(crowd.isHere()).toBe(true);
  now += 1_500;
  expect(crowd.isHere()).toBe(true);
  now += 1_000;
  expect(crowd.isHere()).toBe(false);
  for (let second = 0; second < 5; second++, now += 1_000) write(20);
  expect(crowd.isHere()).toBe(false);
});
