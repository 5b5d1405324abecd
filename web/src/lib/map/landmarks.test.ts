/** Landmarks, lakes and rivers lie where they are: in the wards of their addresses, on the borders they were drawn from. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wardNames } from '@hanoi/core/ward/names';
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import { expect, test } from 'vitest';
import { lakes, landmarks, metresBetween, nearestLandmark, westLake } from './landmarks';
import type { LngLat } from './projection';
import { rivers } from './rivers';

const bordersFile = join(import.meta.dirname, '../../../../packages/core/src/ward/data/hanoi-wards.json');
type Position = [number, number];
type Ward = { properties: { code: string }; geometry: { type: 'Polygon'; coordinates: Position[][] } };
const { features } = JSON.parse(readFileSync(bordersFile, 'utf8')) as { features: Ward[] };

/**
 * Where each lies: the ward of today that took over the former ward of its address, by the list of the decision of 2025
 * (packages/core/src/ward/data/hanoi-ward-mappings.json); of a lake, the ward under its middle.
 */
const wards: readonly (readonly [string, string])[] = [
  ['Hồ Gươm', 'Phường Hoàn Kiếm'],
  ['Lăng Bác', 'Phường Ba Đình'],
  ['Văn Miếu', 'Phường Văn Miếu - Quốc Tử Giám'],
  ['Ga Hà Nội', 'Phường Văn Miếu - Quốc Tử Giám'],
  ['Cầu Long Biên', 'Phường Hồng Hà'],
  ['Cầu Nhật Tân', 'Xã Vĩnh Thanh'],
  ['Cầu Thăng Long', 'Xã Thiên Lộc'],
  ['Sân bay Nội Bài', 'Xã Nội Bài'],
  ['SVĐ Mỹ Đình', 'Phường Từ Liêm'],
  ['Bến xe Mỹ Đình', 'Phường Từ Liêm'],
  ['Chùa Hương', 'Xã Hương Sơn'],
  ['Thành Cổ Loa', 'Xã Đông Anh'],
  ['Nhà hát Lớn', 'Phường Cửa Nam'],
  ['Hoàng thành Thăng Long', 'Phường Ba Đình'],
  ['Chùa Trấn Quốc', 'Phường Tây Hồ'],
  ['Chợ Đồng Xuân', 'Phường Hoàn Kiếm'],
  ['Lotte Center', 'Phường Giảng Võ'],
  ['Keangnam', 'Phường Yên Hoà'],
  ['Trung tâm Hội nghị Quốc gia', 'Phường Từ Liêm'],
  ['Đại học Bách khoa', 'Phường Bạch Mai'],
  ['Bệnh viện Bạch Mai', 'Phường Kim Liên'],
  ['Bến xe Giáp Bát', 'Phường Hoàng Mai'],
  ['Đại học Quốc gia (Xuân Thủy)', 'Phường Cầu Giấy'],
  ['Times City', 'Phường Vĩnh Tuy'],
  ['Royal City', 'Phường Thanh Xuân'],
  ['Aeon Mall Long Biên', 'Phường Long Biên'],
  ['Bến xe Gia Lâm', 'Phường Bồ Đề'],
  ['Bảo tàng Dân tộc học', 'Phường Nghĩa Đô'],
  ['Bát Tràng', 'Xã Bát Tràng'],
  ['Thành cổ Sơn Tây', 'Phường Sơn Tây'],
  ['Chùa Thầy', 'Xã Quốc Oai'],
  ['Làng cổ Đường Lâm', 'Phường Sơn Tây'],
  ['Học viện Nông nghiệp', 'Xã Gia Lâm'],
  ['Bến xe Yên Nghĩa', 'Phường Yên Nghĩa'],
  ['Ngã Tư Sở', 'Phường Đống Đa'],
  ['Công viên Yên Sở', 'Phường Yên Sở'],
  ['Đại học Quốc gia Hòa Lạc', 'Xã Hoà Lạc'],
  ['Vân Đình', 'Xã Vân Đình'],
  ['Phú Xuyên', 'Xã Phú Xuyên'],
  ['Thường Tín', 'Xã Thường Tín'],
  ['Xuân Mai', 'Xã Xuân Mai'],
  ['Phùng', 'Xã Đan Phượng'],
  ['Kim Bài', 'Xã Thanh Oai'],
  ['Chúc Sơn', 'Phường Chương Mỹ'],
  ['Hồ Trúc Bạch', 'Phường Ba Đình'],
  ['Hồ Bảy Mẫu', 'Phường Hai Bà Trưng'],
  ['Hồ Thủ Lệ', 'Phường Giảng Võ'],
  ['Hồ Linh Đàm', 'Phường Hoàng Liệt'],
  ['Hồ Yên Sở', 'Phường Hoàng Mai'],
  ['Hồ Đồng Mô', 'Xã Đoài Phương'],
  ['Hồ Suối Hai', 'Xã Suối Hai'],
];
const places = [...landmarks, ...lakes];
const nameOfWard = ({ lng, lat }: LngLat) => {
  const ward = features.find(({ geometry }) => booleanPointInPolygon([lng, lat], geometry));
  return ward && wardNames[ward.properties.code]?.[0];
};

test.each(wards)('%s lies in %s', (name, ward) => {
  const found = places.filter((place) => place.name === name);
  expect(found.map(nameOfWard)).toEqual(found.map(() => ward));
});

test('no landmark or lake is left out', () => {
  expect(new Set(wards.map(([name]) => name))).toEqual(new Set(places.map(({ name }) => name)));
});

test('Hồ Tây lies in Phường Tây Hồ, but for the corner where wards meet', () => {
  const around = westLake.shore.map(([lng, lat]) => nameOfWard({ lng, lat }));
  expect(around.filter((ward) => ward !== 'Phường Tây Hồ')).toEqual(['Phường Ba Đình']);
});

test('rivers run along the borders of wards, from which they were taken', () => {
  const borders = readBorders();
  for (const { name, line } of rivers) {
    const off = line.filter(([lng, lat]) => !borders.some((at) => metresBetween({ lng, lat }, at) < 150));
    // In Hà Đông it runs through the midst of a ward.
    expect(off, name).toEqual(name === 'Sông Nhuệ' ? [[105.7803, 20.9693]] : []);
  }
});

/** Points on all borders, at most 100 m apart. */
function readBorders(): LngLat[] {
  const rings = features.flatMap(({ geometry }) => geometry.coordinates);
  return rings.flatMap((ring) => ring.slice(1).flatMap((to, index) => between(ring[index]!, to)));
}

function between([lng, lat]: Position, [toLng, toLat]: Position): LngLat[] {
  const parts = Math.ceil(metresBetween({ lng, lat }, { lng: toLng, lat: toLat }) / 100) || 1;
  return Array.from({ length: parts }, (_, part) => ({
    lng: lng + ((toLng - lng) * part) / parts,
    lat: lat + ((toLat - lat) * part) / parts,
  }));
}

test('a place is told by the landmark nearest to it', () => {
  const { landmark, metres } = nearestLandmark({ lng: 105.8347, lat: 21.0378 });
  expect(landmark.name).toBe('Lăng Bác');
  expect(metres).toBeCloseTo(111, 0);
});
