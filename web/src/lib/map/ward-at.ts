/** Which ward lies under a point of the map, in the browser: the outlines are those that are drawn. */
import wardsUrl from './wards.svg?no-inline';

type Find = (x: number, y: number) => string | undefined;

/** A finder of wards by points of wards.svg, in its own units. */
export async function loadWardFinder(): Promise<Find> {
  const response = await fetch(wardsUrl);
  const drawing = new DOMParser().parseFromString(await response.text(), 'image/svg+xml');
  const shapes = [...drawing.querySelectorAll('path[id^="w"]')].map((path) => ({
    code: path.id.slice(1),
    outline: new Path2D(path.getAttribute('d') ?? ''),
  }));
  const canvas = document.createElement('canvas').getContext('2d');
  return (x, y) => shapes.find(({ outline }) => canvas?.isPointInPath(outline, x, y))?.code;
}
