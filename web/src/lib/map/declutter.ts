/** Which names of a map are written, so that none lies on another. Pure. */

/** A name centred on a point of the map. */
export type Label = { text: string; x: number; y: number };

/** A letter and a line at the size names are written, pixels. */
const letter = 5.8;
const line = 13;

/** Those of `labels`, the most important first, that lie on none before them; `pixel` in units of the map. */
export function declutter<L extends Label>(labels: readonly L[], pixel: number): L[] {
  const kept: L[] = [];
  for (const label of labels) if (!kept.some((other) => overlap(label, other, pixel))) kept.push(label);
  return kept;
}

function overlap(one: Label, other: Label, pixel: number): boolean {
  const width = ((one.text.length + other.text.length) / 2) * letter * pixel;
  return Math.abs(one.x - other.x) < width && Math.abs(one.y - other.y) < line * pixel;
}
