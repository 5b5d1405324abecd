import { expect, test } from 'vitest';
import { atOf } from './pin-view';
import { tilesOf } from './tiles';

const lake = atOf({ lng: 105.852, lat: 21.029 });
const view = { x: lake.x - 100, y: lake.y - 100, size: 200 };

test('a view of two kilometres is covered by a few tiles, without gaps', () => {
  const tiles = tilesOf('https://tiles.example.vn/{z}/{x}/{y}.png', view, 512);
  expect(tiles.length).toBeGreaterThanOrEqual(4);
  expect(tiles.length).toBeLessThanOrEqual(16);
  expect(Math.min(...tiles.map(({ x }) => x))).toBeLessThanOrEqual(view.x);
  expect(Math.max(...tiles.map(({ x, width }) => x + width))).toBeGreaterThanOrEqual(view.x + view.size);
  expect(Math.min(...tiles.map(({ y }) => y))).toBeLessThanOrEqual(view.y);
  expect(Math.max(...tiles.map(({ y, height }) => y + height))).toBeGreaterThanOrEqual(view.y + view.size);
});

test('a tile has the address of its place', () => {
  // Hồ Gươm in the tiles of OpenStreetMap at zoom 15.
  const tiles = tilesOf('https://tiles.example.vn/{z}/{x}/{y}.png', view, 512);
  expect(tiles.map(({ href }) => href)).toContain('https://tiles.example.vn/15/26018/14425.png');
});
