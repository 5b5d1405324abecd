import { expect, test } from 'vitest';
import { areNear, atOf, centreOf, cityView, isIn, metre, moved, showing, viewOf, zoomed } from './pin-view';

const near = { x: 5000, y: 3500, size: 400 };

test('what one zooms at stays where it is on the screen', () => {
  const at = { x: 5100, y: 3600 };
  const closer = zoomed(near, 0.5, at);
  expect(closer.size).toBe(200);
  expect((at.x - closer.x) / closer.size).toBeCloseTo((at.x - near.x) / near.size);
  expect((at.y - closer.y) / closer.size).toBeCloseTo((at.y - near.y) / near.size);
});

test('there is a closest and a farthest view, and the city never leaves it', () => {
  expect(zoomed(near, 0.001, centreOf(near)).size).toBe(180);
  expect(zoomed(near, 1_000, centreOf(near))).toEqual(cityView);
  expect(moved(near, { x: -99_999, y: 99_999 })).toEqual({
    x: cityView.x,
    y: cityView.y + cityView.size - 400,
    size: 400,
  });
});

test('a point inside moves nothing, one at the edge is brought in', () => {
  expect(showing(near, { x: 5200, y: 3700 })).toEqual(near);
  const view = showing(near, { x: 5500, y: 3700 });
  expect(view.x + view.size).toBeGreaterThan(5500);
  expect(view.y).toBe(near.y);
});

test('a ward is shown whole, with its neighbours', () => {
  const view = viewOf([5000, 3500, 200, 100]);
  expect(view.size).toBeCloseTo(360);
  expect(centreOf(view)).toEqual({ x: 5100, y: 3550 });
});

test('metres and places are in the units of the map, and wards that touch are neighbours', () => {
  const [south, north] = [atOf({ lng: 105.8, lat: 21 }), atOf({ lng: 105.8, lat: 21.01 })];
  expect(south.y - north.y).toBeCloseTo(1113.2 * metre);
  expect(isIn(near, { x: 5001, y: 3501 })).toBe(true);
  expect(isIn(near, { x: 4999, y: 3501 })).toBe(false);
  expect(areNear([0, 0, 10, 10], [10, 5, 5, 5])).toBe(true);
  expect(areNear([0, 0, 10, 10], [11, 5, 5, 5])).toBe(false);
});
