import { hanoiBounds } from '@hanoi/core/ward/schema';
import { expect, test } from 'vitest';
import { mapSize, project, unproject } from './projection';

test('a place goes to the map and back, to about ten metres', () => {
  for (const place of [
    { lng: 105.8524, lat: 21.0288 },
    { lng: 105.3, lat: 20.6 },
    { lng: 106.01, lat: 21.38 },
  ]) {
    expect(unproject(project(place))).toEqual(place);
  }
});

test('the map ends where the city does', () => {
  const { west, east, south, north } = hanoiBounds;
  expect(project({ lng: west, lat: north })).toEqual({ x: 0, y: 0 });
  const { x, y } = project({ lng: east, lat: south });
  expect(x).toBeCloseTo(mapSize.width, -1);
  expect(y).toBeCloseTo(mapSize.height, -1);
});

test('north is up, east is right, and a kilometre is as long both ways', () => {
  const lake = project({ lng: 105.85, lat: 21.03 });
  const north = project({ lng: 105.85, lat: 21.03 + 1 / 110.7 });
  const east = project({ lng: 105.85 + 1 / (111.32 * Math.cos((21.03 * Math.PI) / 180)), lat: 21.03 });
  expect(north.y).toBeLessThan(lake.y);
  expect(east.x).toBeGreaterThan(lake.x);
  expect((lake.y - north.y) / (east.x - lake.x)).toBeCloseTo(1, 1);
});
