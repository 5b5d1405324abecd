import { expect, test } from 'vitest';
import { shadeCount, shadeOf, shadeSteps } from './shades';

test('few different counts have a shade each, the most the darkest', () => {
  const steps = shadeSteps([1, 2, 1]);
  expect(steps).toEqual([1, 2]);
  expect([0, 1, 2].map((count) => shadeOf(count, steps))).toEqual([0, 2, shadeCount]);
});

test('one busy ward does not pale the others', () => {
  const steps = shadeSteps([1, 3, 10, 80]);
  expect(steps).toEqual([1, 3, 9, 27]);
  expect([1, 3, 10, 80].map((count) => shadeOf(count, steps))).toEqual([1, 2, 3, 4]);
});

test.each([[[]], [[0]], [[5]], [[6, 6]], [[1, 1_000_000]]])('steps of %j rise from 1', (counts) => {
  const steps = shadeSteps(counts);
  expect(steps[0]).toBe(1);
  expect(steps.every((step, index) => index === 0 || step > steps[index - 1]!)).toBe(true);
});
