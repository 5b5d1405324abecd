import { wardNames } from '@hanoi/core/ward/names';
import { expect, test } from 'vitest';
import { lakes, landmarks, nearestLandmark } from './landmarks';
import { atOf } from './pin-view';
import type { LngLat } from './projection';
import { rivers } from './rivers';
import { wardFrames } from './ward-frames';

/** Names of the wards in whose frames a place lies. */
function wardsAround(place: LngLat) {
  const at = atOf(place);
  return Object.entries(wardFrames)
    .filter(([, [x, y, width, height]]) => at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height)
    .map(([code]) => wardNames[code]?.[0]);
}

test.each([
  ['Lăng Bác', 'Phường Ba Đình'],
  ['Văn Miếu', 'Phường Văn Miếu - Quốc Tử Giám'],
  ['Sân bay Nội Bài', 'Xã Nội Bài'],
  ['SVĐ Mỹ Đình', 'Phường Từ Liêm'],
  ['Chùa Hương', 'Xã Hương Sơn'],
  ['Thành Cổ Loa', 'Xã Đông Anh'],
  ['Đại học Quốc gia Hòa Lạc', 'Xã Hoà Lạc'],
  ['Hồ Suối Hai', 'Xã Suối Hai'],
  ['Hồ Đồng Mô', 'Xã Đoài Phương'],
  ['Hồ Linh Đàm', 'Phường Hoàng Liệt'],
])('%s lies in %s', (name, ward) => {
  const place = [...landmarks, ...lakes].find((one) => one.name === name);
  expect(wardsAround(place!)).toContain(ward);
});

test('every landmark and lake lies in the city', () => {
  for (const place of [...landmarks, ...lakes]) expect(wardsAround(place), place.name).not.toEqual([]);
  for (const { line } of rivers) expect(line.length).toBeGreaterThan(10);
});

test('a place is told by the landmark nearest to it', () => {
  const { landmark, metres } = nearestLandmark({ lng: 105.8347, lat: 21.0378 });
  expect(landmark.name).toBe('Lăng Bác');
  expect(metres).toBeCloseTo(111, 0);
});
