/** From degrees to the units of the city's map and back. At this size a flat map errs by less than a pixel. */

export type LngLat = { lng: number; lat: number };
export type MapPoint = { x: number; y: number };

const bounds = { west: 105.28, east: 106.03, south: 20.56, north: 21.39 } as const;
/** A degree of longitude is shorter than one of latitude, by the cosine of Hanoi's latitude. */
const shrink = Math.cos((20.975 * Math.PI) / 180);
const unitsPerDegree = 1_000;

/** Width and height of the map, in its own units: the `viewBox` is `0 0 width height`. */
export const mapSize = {
  width: Math.round((bounds.east - bounds.west) * shrink * unitsPerDegree),
  height: Math.round((bounds.north - bounds.south) * unitsPerDegree),
} as const;

/** wards.svg and ward-frames.ts are drawn in tenths of a unit, so that they may be looked at closely. */
export const detail = 10;

/** Where a place lies on the map. */
export function project({ lng, lat }: LngLat): MapPoint {
  return { x: (lng - bounds.west) * shrink * unitsPerDegree, y: (bounds.north - lat) * unitsPerDegree };
}

/** The place at a point of the map, to about ten metres. */
export function unproject({ x, y }: MapPoint): LngLat {
  const lng = bounds.west + x / (shrink * unitsPerDegree);
  const lat = bounds.north - y / unitsPerDegree;
  return { lng: Math.round(lng * 1e4) / 1e4, lat: Math.round(lat * 1e4) / 1e4 };
}
