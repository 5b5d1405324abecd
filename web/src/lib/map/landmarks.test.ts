import { wardNames } from '@hanoi/core/ward/names';
import { wardAt } from '@hanoi/core/ward/service';
import { expect, test } from 'vitest';
import { lakes, landmarks, nearestLandmark, westLake } from './landmarks';
import { rivers } from './rivers';

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
])('%s lies in %s', async (name, ward) => {
  const place = [...landmarks, ...lakes].find((one) => one.name === name);
  expect(wardNames[await wardAt(place!)]?.[0]).toBe(ward);
});

test('every landmark and lake lies in the city, and rivers begin and end near it', async () => {
  for (const { lng, lat } of [...landmarks, ...lakes]) expect(await wardAt({ lng, lat })).toMatch(/^\d{5}$/);
  const shore = westLake.shore.map(([lng, lat]) => ({ lng, lat }));
  for (const at of shore)
    expect(wardNames[await wardAt(at)]?.[0]).toMatch(/Tây Hồ|Ba Đình|Phú Thượng|Nghĩa Đô|Xuân Đỉnh|Hồng Hà/);
  for (const { line } of rivers) expect(line.length).toBeGreaterThan(10);
});

test('a place is told by the landmark nearest to it', () => {
  const { landmark, metres } = nearestLandmark({ lng: 105.8347, lat: 21.0378 });
  expect(landmark.name).toBe('Lăng Bác');
  expect(metres).toBeCloseTo(111, 0);
});
