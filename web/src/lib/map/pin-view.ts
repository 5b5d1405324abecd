/** The part of the map that is looked at while a pin is set: a square, in the units of wards.svg. Pure. */
import { detail, mapSize } from './projection';

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
