/** Which ward a point lies in, and how far over its border it may lie. */
import { expect, it } from 'vitest';
import { assertPointInWard, listWards, wardAt } from './service.ts';

const [hoanKiem, cuaNam, lang] = ['00070', '00082', '00199'];
const lake = { lng: 105.852, lat: 21.0305 };

it('a point and the ward it lies in agree; another ward is refused with both names', async () => {
  expect(await wardAt(lake)).toBe(hoanKiem);
  await expect(assertPointInWard(lake, hoanKiem)).resolves.toBeUndefined();
  await expect(assertPointInWard(lake, lang)).rejects.toMatchObject({
    code: 'point_not_in_ward',
    data: { pointWard: { name: 'Phường Hoàn Kiếm' }, ward: { name: 'Phường Láng', nameEn: 'Lang Ward' } },
  });
});

it('a neighbour is forgiven near the border, and not farther in', async () => {
  /** Southward from the lake: where Cửa Nam begins. */
  let border = lake;
  while ((await wardAt(border)) === hoanKiem) border = { ...border, lat: border.lat - 0.0001 };
  expect(await wardAt(border)).toBe(cuaNam);
  const north = (metres: number) => ({ ...border, lat: border.lat + metres / 111_320 });
  await expect(assertPointInWard(north(100), cuaNam)).resolves.toBeUndefined();
  await expect(assertPointInWard(north(250), cuaNam)).rejects.toMatchObject({ code: 'point_not_in_ward' });
});

it('a ward names what it has of former units, whole or in part', async () => {
  const former = (await listWards()).find(({ code }) => code === hoanKiem)?.formerUnits;
  expect(former).toContainEqual({ name: 'Phường Hàng Bạc', district: 'Quận Hoàn Kiếm', share: 'whole' });
  expect(former).toContainEqual({ name: 'Phường Điện Biên', district: 'Quận Ba Đình', share: 'part' });
});
