/** The wards: their names, the former units they consist of, and which one a point lies in. */
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import type { Feature, FeatureCollection, Polygon } from 'geojson';
import { AppError } from '../shared/app-error.ts';
import { wardNames } from './names.ts';
import type { Point, Share, Ward } from './schema.ts';

type Relation = 'whole' | 'part' | 'rest' | 'area-part' | 'area-part-all-people' | 'earlier';
type Former = { oldName: string; oldDistrict: string; relation: Relation; newCode: string };
type WardFeature = Feature<Polygon, { code: string }>;

const shares = {
  whole: 'whole',
  part: 'part',
  rest: 'part',
  'area-part': 'part',
  'area-part-all-people': 'part',
  earlier: 'likely',
} as const satisfies Record<Relation, Share>;

/** All wards by code, each with the former units that are now in it. */
export async function listWards(): Promise<Ward[]> {
  const { default: former } = await import('./data/hanoi-ward-mappings.json', { with: { type: 'json' } });
  return Object.entries(wardNames).map(([code, [name, nameEn]]) => {
    const units = (former as Former[]).filter((old) => old.newCode === code);
    return {
      code,
      name,
      nameEn,
      kind: name.startsWith('Phường') ? 'ward' : 'commune',
      formerly: units.map(({ oldName, oldDistrict }) => `${oldName}, ${oldDistrict}`),
      formerUnits: units.map(({ oldName, oldDistrict, relation }) => ({
        name: oldName,
        district: oldDistrict,
        share: shares[relation],
      })),
    };
  });
}

/** @throws ward_unknown */
export function assertWard(code: string): void {
  if (!wardNames[code])
    throw new AppError('ward_unknown', { fields: [{ path: '/ward', code: 'ward_unknown', message: code }] });
}

/**
 * How far outside a ward's drawn border a point may lie and still be its: the borders are simplified, and the map in
 * the browser simplifies them once more (by about 55 m). Metres.
 */
export const borderTolerance = 150;
const metresPerDegree = 111_320;

/**
 * Refuses a point that lies farther than `borderTolerance` outside the ward `code`.
 * @throws point_not_in_ward with both wards, point_outside_hanoi
 */
export async function assertPointInWard(point: Point, code: string): Promise<void> {
  const feature = (await loadFeatures()).find(({ properties }) => properties.code === code);
  if (feature && placesAround(point).some((place) => booleanPointInPolygon(place, feature))) return;
  const pointWard = await wardAt(point);
  throw new AppError('point_not_in_ward', {
    fields: [{ path: '/point', code: 'point_not_in_ward', message: '' }],
    data: { pointWard: namesOf(pointWard), ward: namesOf(code) },
  });
}

function namesOf(code: string) {
  const [name = code, nameEn = code] = wardNames[code] ?? [];
  return { code, name, nameEn };
}

/** The point, and places in all directions at the tolerance and half of it. No ward is so narrow as to slip between. */
function placesAround({ lng, lat }: Point): [number, number][] {
  const radius = borderTolerance / metresPerDegree;
  const rings = [radius / 2, radius].flatMap((distance) =>
    Array.from({ length: 16 }, (_, step): [number, number] => {
      const angle = (step * Math.PI) / 8;
      const east = (Math.cos(angle) * distance) / Math.cos((lat * Math.PI) / 180);
      return [lng + east, lat + Math.sin(angle) * distance];
    }),
  );
  return [[lng, lat], ...rings];
}

async function loadFeatures(): Promise<WardFeature[]> {
  const { default: wards } = await import('./data/hanoi-wards.json', { with: { type: 'json' } });
  return (wards as unknown as FeatureCollection).features as WardFeature[];
}

/**
 * The code of the ward `point` lies in.
 * @throws point_outside_hanoi
 */
export async function wardAt(point: Point): Promise<string> {
  const at = [point.lng, point.lat];
  const ward = (await loadFeatures()).find((feature) => booleanPointInPolygon(at, feature));
  if (!ward)
    throw new AppError('point_outside_hanoi', {
      fields: [{ path: '/point', code: 'point_outside_hanoi', message: '' }],
    });
  return ward.properties.code;
}
