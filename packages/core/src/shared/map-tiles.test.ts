/** A tile source is whole or refused, and the policy opens for its origin alone. */
import { expect, it } from 'vitest';
import { allowTiles, readMapTiles } from './map-tiles.ts';

const set = { MAP_TILES: 'https://tiles.example.vn/{z}/{x}/{y}.png', MAP_TILES_ATTRIBUTION: '© Bản đồ mẫu' };

it('is none without a setting, and whole with both', () => {
  expect(readMapTiles({})).toBeUndefined();
  expect(readMapTiles(set)).toEqual({ template: set.MAP_TILES, attribution: '© Bản đồ mẫu' });
});

it.each([
  'http://tiles.example.vn/{z}/{x}/{y}.png',
  'https://tiles.example.vn/{z}/{x}.png',
  'https://*.example.vn/{z}/{x}/{y}.png',
  'https://{s}.example.vn/{z}/{x}/{y}.png',
  'tiles',
])('%s is refused', (template) => {
  expect(() => readMapTiles({ ...set, MAP_TILES: template })).toThrow('MAP_TILES is like https://');
});

it('a source without its attribution is refused', () => {
  expect(() => readMapTiles({ MAP_TILES: set.MAP_TILES })).toThrow('MAP_TILES needs MAP_TILES_ATTRIBUTION');
});

it('the policy lets pictures come from there, and nothing else', () => {
  const policy = "default-src 'self'; img-src 'self' data:; connect-src 'self'";
  expect(allowTiles(policy, readMapTiles(set)!)).toBe(
    "default-src 'self'; img-src 'self' data: https://tiles.example.vn; connect-src 'self'",
  );
});
