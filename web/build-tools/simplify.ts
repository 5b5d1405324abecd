/** Thins out borders without tearing them apart: what two areas share is simplified once, for both. */

export type Place = readonly [x: number, y: number];
export type Ring = readonly Place[];

/** Each ring again with fewer points; none is further than `tolerance` from where it was. */
export function simplify(rings: readonly Ring[], tolerance: number): Place[][] {
  const junctions = junctionsOf(rings);
  const borders = new Map<string, Place[]>();
  return rings.map((ring) =>
    piecesOf(ring, junctions).flatMap((piece) => shared(piece, borders, tolerance).slice(0, -1)),
  );
}

const keyOf = (place: Place) => place.join(' ');

/** Places where three borders or more meet. */
function junctionsOf(rings: readonly Ring[]): Set<string> {
  const neighbours = new Map<string, Set<string>>();
  for (const ring of rings) {
    ring.forEach((place, index) => {
      const next = ring[(index + 1) % ring.length]!;
      for (const [from, to] of [
        [keyOf(place), keyOf(next)],
        [keyOf(next), keyOf(place)],
      ] as const) {
        neighbours.set(from, (neighbours.get(from) ?? new Set()).add(to));
      }
    });
  }
  return new Set([...neighbours].filter(([, others]) => others.size > 2).map(([key]) => key));
}

/** A ring cut at its junctions; each piece begins where the one before ended. */
function piecesOf(ring: Ring, junctions: Set<string>): Place[][] {
  const start = Math.max(
    0,
    ring.findIndex((place) => junctions.has(keyOf(place))),
  );
  const turned = [...ring.slice(start), ...ring.slice(0, start), ring[start]!];
  const pieces: Place[][] = [];
  let piece: Place[] = [turned[0]!];
  for (const place of turned.slice(1)) {
    piece.push(place);
    if (!junctions.has(keyOf(place))) continue;
    pieces.push(piece);
    piece = [place];
  }
  if (piece.length > 1) pieces.push(piece);
  return pieces;
}

/** The thinned line of `piece`, made the first time and turned round for the area on its other side. */
function shared(piece: Place[], borders: Map<string, Place[]>, tolerance: number): Place[] {
  const keys = piece.map(keyOf);
  const forth = keys.join(',');
  const back = keys.toReversed().join(',');
  const isForth = forth <= back;
  const key = isForth ? forth : back;
  const border = borders.get(key) ?? thinned(isForth ? piece : piece.toReversed(), tolerance);
  borders.set(key, border);
  return isForth ? border : border.toReversed();
}

/** Douglas and Peucker's way: a point stays when the line without it would be further off than `tolerance`. */
function thinned(line: Place[], tolerance: number): Place[] {
  if (line.length < 3) return line;
  const first = line[0]!;
  const last = line.at(-1)!;
  let farthest = 0;
  let distance = 0;
  line.forEach((place, index) => {
    const off = distanceTo(place, first, last);
    if (off > distance) [farthest, distance] = [index, off];
  });
  if (distance <= tolerance) return [first, last];
  const before = thinned(line.slice(0, farthest + 1), tolerance);
  return [...before.slice(0, -1), ...thinned(line.slice(farthest), tolerance)];
}

/** How far `place` is from the stretch between two others. */
function distanceTo([x, y]: Place, [x1, y1]: Place, [x2, y2]: Place): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}
