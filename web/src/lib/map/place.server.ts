/** Which part of the city a place map shows. */
import type { Point } from '@hanoi/core/ward/schema';
import { detail, mapSize, project } from './projection';
import { wardFrames } from './ward-frames';

/** In tenths of the map's units, as wards.svg is drawn. */
export type MapPlace = {
  frame: { x: number; y: number; width: number; height: number };
  ward: string | null;
  pin: { x: number; y: number } | null;
};

const city = { x: 0, y: 0, width: mapSize.width * detail, height: mapSize.height * detail };
/** Height of a frame by its width. */
const shape = 3 / 4;
/** How much wider than the ward: its neighbours show where it is. */
const around = 2.2;

/** What PlaceMap.svelte shows of a challenge: the ward and its neighbours, or the city round a point; null without a place. */
export function mapPlace(ward: string | null, point: Point | null): MapPlace | null {
  const frame = ward ? wardFrames[ward] : undefined;
  if (!frame && !point) return null;
  const pin = point ? pinAt(point) : null;
  return { frame: frame ? frameAround(frame) : city, ward: frame ? ward : null, pin };
}

function pinAt(point: Point): { x: number; y: number } {
  const { x, y } = project(point);
  return { x: Math.round(x * detail), y: Math.round(y * detail) };
}

function frameAround([x, y, width, height]: readonly [number, number, number, number]): MapPlace['frame'] {
  const wide = Math.round(Math.max(width, height / shape) * around);
  const high = Math.round(wide * shape);
  return {
    x: Math.round(x + width / 2 - wide / 2),
    y: Math.round(y + height / 2 - high / 2),
    width: wide,
    height: high,
  };
}
