/** A point well inside a ward, for challenges that are pinned on the map. */
import wards from '@hanoi/core/ward/data/hanoi-wards.json' with { type: 'json' };
import type { Point } from '@hanoi/core/ward/schema';
import polylabel from 'polylabel';

type Features = { properties: { code: string }; geometry: { coordinates: [number, number][][] } }[];

/** The point of ward `code` farthest from its border. */
export function pointIn(code: string): Point {
  const ward = (wards.features as unknown as Features).find((feature) => feature.properties.code === code);
  const [lng, lat] = polylabel(ward!.geometry.coordinates, 0.0005) as unknown as [number, number];
  return { lng: Number(lng.toFixed(5)), lat: Number(lat.toFixed(5)) };
}
