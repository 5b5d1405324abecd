/**
 * Simplifies borders so that neighbours keep sharing them: TopoJSON finds the lines that two areas share, and each line is
 * simplified once. By Douglas and Peucker's method, which bounds how far a line moves; `topojson-simplify` removes small
 * triangles instead, which at the same size of the drawing moved a border by 350 metres rather than 55.
 */
import simplifyLine from 'simplify-js';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';

export type Place = readonly [x: number, y: number];
export type Ring = readonly Place[];

/** Each ring again with fewer points; none is further than `tolerance` from where it was. */
export function simplify(rings: readonly Ring[], tolerance: number): Place[][] {
  const areas = rings.map((ring) => ({ type: 'Polygon' as const, coordinates: [[...ring, ring[0]!]] }));
  const shared = topology(Object.fromEntries(areas.map((area, index) => [index, area])));
  shared.arcs = shared.arcs.map((line) => {
    const points = line.map(([x, y]) => ({ x: x!, y: y! }));
    return simplifyLine(points, tolerance, true).map(({ x, y }) => [x, y]);
  });
  return areas.map((_, index) => {
    const area = feature(shared, shared.objects[index]!);
    if (area.type !== 'Feature' || area.geometry.type !== 'Polygon') throw new Error('A ring became something else.');
    return area.geometry.coordinates[0]!.slice(0, -1).map(([x, y]): Place => [x!, y!]);
  });
}
