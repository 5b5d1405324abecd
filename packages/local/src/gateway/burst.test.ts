/** A burst lasts from the fiftieth write within a second until a second with fewer. */
import { expect, test } from 'vitest';
import { createBurst } from './burst.ts';

test('a burst begins and ends', () => {
  let now = 10_000;
  const burst = createBurst(() => now);
  const write = (times: number) => {
    for (let time = 0; time < times; time++) burst.wrote();
  };
  expect(burst.isOn()).toBe(false);
  write(49);
  expect(burst.isOn()).toBe(false);
  write(1);
  expect(burst.isOn()).toBe(true);
  now += 1_500;
  expect(burst.isOn()).toBe(true);
  now += 1_000;
  expect(burst.isOn()).toBe(false);
  for (let second = 0; second < 5; second++, now += 1_000) write(20);
  expect(burst.isOn()).toBe(false);
});
