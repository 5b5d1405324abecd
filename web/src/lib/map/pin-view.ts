/** The part of the map that is looked at while a pin is set: a square, in the units of wards.svg. Pure. */
import { detail, type LngLat, mapSize, project } from './projection';

export type View = { x: number; y: number; size: number };
export type At = { x: number; y: number };

const whole = Math.max(mapSize.width, mapSize.height) * detail;
/** About two kilometres. */
const closest = 180;

/** The whole city. */
export const cityView: View = {
  x: (mapSize.width * detail - whole) / 2,
  y: (mapSize.height * detail - whole) / 2,
  size: whole,
};

/** The view round a ward, with its neighbours. */
export function viewOf([x, y, width, height]: readonly [number, number, number, number]): View {
  const size = Math.max(width, height) * 1.8;
  return within({ x: x + width / 2 - size / 2, y: y + height / 2 - size / 2, size });
}

/** Closer (`factor` below 1) or farther, with `at` staying where it is on the screen. */
export function zoomed(view: View, factor: number, at: At): View {
  const size = Math.min(whole, Math.max(closest, view.size * factor));
  const scale = size / view.size;
  return within({ x: at.x - (at.x - view.x) * scale, y: at.y - (at.y - view.y) * scale, size });
}

/** Moved by so much of the map. */
export function moved(view: View, by: At): View {
  return within({ ...view, x: view.x + by.x, y: view.y + by.y });
}

/** Moved just so far that `at` is well inside. */
export function showing(view: View, at: At): View {
  const edge = view.size * 0.12;
  const shift = (from: number, to: number) =>
    to < from + edge ? to - from - edge : to > from + view.size - edge ? to - from - view.size + edge : 0;
  return within({ ...view, x: view.x + shift(view.x, at.x), y: view.y + shift(view.y, at.y) });
}

export function centreOf({ x, y, size }: View): At {
  return { x: x + size / 2, y: y + size / 2 };
}

/** The city never leaves the view. */
function within({ x, y, size }: View): View {
  const hold = (value: number, least: number) => {
    const most = least + whole - size;
    return Math.min(most, Math.max(least, value));
  };
  return { x: hold(x, cityView.x), y: hold(y, cityView.y), size };
}

/** A metre in units of the map: a degree of latitude is about 111 km. */
export const metre = (1_000 * detail) / 111_320;

/** Where a place lies on the map, in the units of wards.svg. */
export function atOf(place: LngLat): At {
  const { x, y } = project(place);
  return { x: x * detail, y: y * detail };
}

/** Whether a point of the map is seen. */
export function isIn(view: View, { x, y }: At): boolean {
  return x >= view.x && x <= view.x + view.size && y >= view.y && y <= view.y + view.size;
}

/** Whether two wards' frames touch or overlap: near enough to call them neighbours. */
export function areNear(one: readonly [number, number, number, number], other: typeof one): boolean {
  const [x, y, width, height] = one;
  const [otherX, otherY, otherWidth, otherHeight] = other;
  return x <= otherX + otherWidth && otherX <= x + width && y <= otherY + otherHeight && otherY <= y + height;
}
