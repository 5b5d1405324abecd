/** Which tiles of a slippy map cover a view, and where each lies on our map. */

import { atOf, type View } from './pin-view';
import { detail, type LngLat, unproject } from './projection';

export type Tile = { key: string; href: string; x: number; y: number; width: number; height: number };

/** Tiles are this wide, pixels; the deepest most sources have. */
const tileSize = 256;
const deepest = 18;

/**
 * The tiles of `template` that cover `view` as seen `pixels` wide. Ours is a flat map and theirs Mercator's: within a
 * tile the two differ by less than a pixel, so each is laid between its own four sides.
 */
export function tilesOf(template: string, view: View, pixels: number): Tile[] {
  const west = unproject({ x: view.x / detail, y: view.y / detail });
  const east = unproject({ x: (view.x + view.size) / detail, y: (view.y + view.size) / detail });
  const level = Math.round(Math.log2((pixels / tileSize) * (360 / (east.lng - west.lng))));
  const zoom = Math.min(deepest, Math.max(0, level));
  const [from, to] = [tileAt(west, zoom), tileAt(east, zoom)];
  const tiles: Tile[] = [];
  for (let column = from.column; column <= to.column; column++)
    for (let row = from.row; row <= to.row; row++) tiles.push(tileIn(template, zoom, column, row));
  return tiles;
}

function tileAt({ lng, lat }: LngLat, zoom: number) {
  const count = 2 ** zoom;
  const angle = (lat * Math.PI) / 180;
  const row = ((1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2) * count;
  return { column: Math.floor(((lng + 180) / 360) * count), row: Math.floor(row) };
}

function tileIn(template: string, zoom: number, column: number, row: number): Tile {
  const [from, to] = [atOf(cornerOf(zoom, column, row)), atOf(cornerOf(zoom, column + 1, row + 1))];
  const parts: Record<string, number> = { z: zoom, x: column, y: row };
  const href = template.replace(/\{([zxy])\}/g, (_, part: string) => String(parts[part]));
  return { key: `${zoom}/${column}/${row}`, href, ...from, width: to.x - from.x, height: to.y - from.y };
}

/** The north-west corner of a tile. */
function cornerOf(zoom: number, column: number, row: number): LngLat {
  const count = 2 ** zoom;
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / count))) * 180) / Math.PI;
  return { lng: (column / count) * 360 - 180, lat };
}
