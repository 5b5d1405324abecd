/**
 * Draws the 126 wards for the site's maps: `node build-tools/draw-wards.ts` writes src/lib/map/wards.svg, whose parts
 * are used by id, and src/lib/map/ward-frames.ts, where each ward lies. Run it again when the borders change.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { detail, project } from '../src/lib/map/projection.ts';
import { type Place, simplify } from './simplify.ts';

type Feature = { properties: { code: string }; geometry: { coordinates: [number, number][][] } };

/** In units of the drawing: about 55 metres. */
const tolerance = 5;

const source = join(import.meta.dirname, '../../packages/core/src/ward/data/hanoi-wards.json');
const target = join(import.meta.dirname, '../src/lib/map');

/** Both files, as text. */
export function drawWards(): { svg: string; frames: string } {
  const { features } = JSON.parse(readFileSync(source, 'utf8')) as { features: Feature[] };
  const codes = features.map(({ properties }) => properties.code);
  const drawn = simplify(features.map(ringOf), tolerance);
  const paths = drawn.map((ring, index) => `<path id="w${codes[index]}" d="${pathOf(ring)}z"/>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><g id="wards">\n${paths.join('\n')}\n</g></svg>\n`;
  return { svg, frames: framesFile(codes, drawn) };
}

/** The outer ring in units of the drawing, without the closing point. No ward has a hole. */
function ringOf({ geometry }: Feature): Place[] {
  return geometry.coordinates[0]!.slice(0, -1).map(([lng, lat]) => {
    const { x, y } = project({ lng, lat });
    return [Math.round(x * detail), Math.round(y * detail)];
  });
}

/** From the first point on in steps: shorter than the places themselves. */
function pathOf(line: readonly Place[]): string {
  const steps = line.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = line[index]!;
    return `${x - fromX} ${y - fromY}`;
  });
  return `M${line[0]!.join(' ')}l${steps.join(' ')}`.replaceAll(' -', '-');
}

function framesFile(codes: string[], rings: Place[][]): string {
  const lines = rings.map((ring, index) => `  '${codes[index]}': [${frameOf(ring).join(', ')}],`);
  return `/** Where each ward lies on the map: x, y, width, height, in tenths of its units. Written by build-tools/draw-wards.ts. */

export const wardFrames: Readonly<Record<string, readonly [number, number, number, number]>> = {
${lines.join('\n')}
};
`;
}

function frameOf(ring: readonly Place[]): number[] {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return [left, top, Math.max(...xs) - left, Math.max(...ys) - top];
}

if (import.meta.main) {
  const { svg, frames } = drawWards();
  writeFileSync(join(target, 'wards.svg'), svg);
  writeFileSync(join(target, 'ward-frames.ts'), frames);
}
