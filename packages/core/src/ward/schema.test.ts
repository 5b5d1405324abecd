/** Codes of wards and points, as the API takes them. */
import { expect, it } from 'vitest';
import { pointSchema, wardCodeSchema } from './schema.ts';

it('a ward has a code of five digits', () => {
  const codes = ['00331', '0331', '003311', '0033a', 'a00331', '00331\n'];
  expect(codes.filter((code) => wardCodeSchema.safeParse(code).success)).toEqual(['00331']);
});

it('a point lies in the box around the city, edges included', () => {
  const fits = ([lng, lat]: readonly [number, number]) => pointSchema.safeParse({ lng, lat }).success;
  const inside = [
    [105.28, 20.56],
    [106.03, 21.39],
  ] as const;
  const outside = [
    [105.27, 21],
    [106.04, 21],
    [105.8, 20.55],
    [105.8, 21.4],
  ] as const;
  expect(inside.map(fits)).toEqual([true, true]);
  expect(outside.map(fits)).toEqual([false, false, false, false]);
  expect(pointSchema.safeParse({ lng: 105.8, lat: 21, height: 1 }).success).toBe(false);
});
