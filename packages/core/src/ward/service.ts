/** The wards: their names, the former units they consist of, and which one a point lies in. */
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import type { Feature, FeatureCollection, Polygon } from 'geojson';
import { AppError } from '../shared/app-error.ts';
import { wardNames } from './names.ts';
import type { Point, Ward } from './schema.ts';

type Former = { oldName: string; oldDistrict: string; newCode: string };
type WardFeature = Feature<Polygon, { code: string }>;

/** All wards by code, each with the former units that are now in it. */
export async function listWards(): Promise<Ward[]> {
  const { default: former } = await import('./data/hanoi-ward-mappings.json', { with: { type: 'json' } });
  return Object.entries(wardNames).map(([code, [name, nameEn]]) => ({
    code,
    name,
    nameEn,
    kind: name.startsWith('Phường') ? 'ward' : 'commune',
    formerly: (former as Former[])
      .filter((old) => old.newCode === code)
      .map((old) => `${old.oldName}, ${old.oldDistrict}`),
  }));
}

/** @throws ward_unknown */
export function assertWard(code: string): void {
  if (!wardNames[code])
    throw new AppError('ward_unknown', { fields: [{ path: '/ward', code: 'ward_unknown', message: code }] });
}

/**
 * The code of the ward `point` lies in.
 * @throws point_outside_hanoi
 */
export async function wardAt(point: Point): Promise<string> {
  const { default: wards } = await import('./data/hanoi-wards.json', { with: { type: 'json' } });
  const at = [point.lng, point.lat];
  const ward = ((wards as unknown as FeatureCollection).features as WardFeature[]).find((feature) =>
    booleanPointInPolygon(at, feature),
  );
  if (!ward)
    throw new AppError('point_outside_hanoi', {
      fields: [{ path: '/point', code: 'point_outside_hanoi', message: '' }],
    });
  return ward.properties.code;
}
