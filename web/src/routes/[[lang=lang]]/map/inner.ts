/** The part of the map where wards are too small to point at: shown closer beside the whole. */
import { detail, project } from '$lib/map/projection';
import { wardFrames } from '$lib/map/ward-frames';

const from = project({ lng: 105.735, lat: 21.105 });
const to = project({ lng: 105.94, lat: 20.93 });

export const inner = {
  x: Math.round(from.x * detail),
  y: Math.round(from.y * detail),
  width: Math.round((to.x - from.x) * detail),
  height: Math.round((to.y - from.y) * detail),
};

/** Whether any part of the ward lies in it. */
export function isIn(code: string): boolean {
  const [x, y, width, height] = wardFrames[code] ?? [0, 0, 0, 0];
  const isBeside = x > inner.x + inner.width || x + width < inner.x;
  const isAbove = y > inner.y + inner.height || y + height < inner.y;
  return !isBeside && !isAbove;
}
