import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wardNames } from '@hanoi/core/ward/names';
import { expect, test } from 'vitest';
import { drawWards } from '../../../build-tools/draw-wards';
import { type Place, simplify } from '../../../build-tools/simplify';

const drawn = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');

test('the drawing is made of the borders as they are now: if not, run `npm run draw --workspace web`', () => {
  const { svg, frames } = drawWards();
  expect(drawn('wards.svg')).toBe(svg);
  expect(drawn('ward-frames.ts')).toBe(frames);
});

test('every ward has a part of its own', () => {
  const ids = [...drawn('wards.svg').matchAll(/id="w(\d{5})"/g)].map(([, code]) => code);
  expect(ids.toSorted()).toEqual(Object.keys(wardNames).toSorted());
});

test('what two areas share is thinned alike for both', () => {
  const border: Place[] = [
    [10, 0],
    [11, 3],
    [10, 6],
    [14, 8],
    [10, 20],
  ];
  const left: Place[] = [[0, 0], ...border, [0, 20]];
  const right: Place[] = [[20, 20], ...border.toReversed(), [20, 0]];
  const [thinLeft, thinRight] = simplify([left, right], 3).map((ring) => ring.filter(([x]) => x >= 10 && x <= 14));
  expect(thinLeft).toEqual([
    [10, 0],
    [14, 8],
    [10, 20],
  ]);
  expect(thinRight?.toSorted(([, one], [, other]) => one - other)).toEqual(thinLeft);
});
