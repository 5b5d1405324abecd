/** Old names of places lead to all of today's wards that have a part of them. */
import { expect, it } from 'vitest';
import { gazetteer, wardsOf } from './gazetteer.ts';

const place = (...folded: string[]) =>
  gazetteer()
    .get(folded[0]!)
    ?.find((one) => one.folded.join() === folded.join());
const codesOf = (folded: string, sort?: string) => wardsOf(place(...folded.split(' '))!, sort).codes;

it('gives one ward for the name of one', () => {
  expect(codesOf('bo de').length).toBeGreaterThan(0);
});

it('gives several for an old ward that was divided, and for an old district', () => {
  expect(codesOf('kim ma').length).toBeGreaterThan(1);
  expect(codesOf('hai ba trung').length).toBeGreaterThan(3);
});

it('knows which ward has the name today, and tells a ward from a district by what stands before the name', () => {
  const hoanKiem = place('hoan', 'kiem')!;
  expect(wardsOf(hoanKiem)).toMatchObject({ today: '00070' });
  expect(codesOf('hoan kiem', 'phuong')).toEqual(['00070']);
  expect(wardsOf(hoanKiem, 'quan').today).toBeUndefined();
  expect(codesOf('hoan kiem', 'quan').length).toBeGreaterThan(1);
  // There is no district called so: whoever says so means the ward.
  expect(codesOf('kim ma', 'quan')).toEqual(codesOf('kim ma', 'phuong'));
});

it('gives each once', () => {
  for (const places of gazetteer().values())
    for (const one of places) expect(new Set(wardsOf(one).codes).size).toBe(wardsOf(one).codes.length);
});
