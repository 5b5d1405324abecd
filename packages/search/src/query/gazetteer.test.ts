/** Old names of places lead to all of today's wards that have a part of them. */
import { expect, it } from 'vitest';
import { gazetteer } from './gazetteer.ts';

const codesOf = (...folded: string[]) =>
  gazetteer()
    .get(folded[0]!)
    ?.find((place) => place.folded.join() === folded.join())?.codes;

it('gives one ward for the name of one', () => {
  expect(codesOf('bo', 'de')?.length).toBeGreaterThan(0);
});

it('gives several for an old ward that was divided, and for an old district', () => {
  expect(codesOf('kim', 'ma')!.length).toBeGreaterThan(1);
  expect(codesOf('hai', 'ba', 'trung')!.length).toBeGreaterThan(3);
});

it('gives each once', () => {
  for (const places of gazetteer().values())
    for (const { codes } of places) expect(new Set(codes).size).toBe(codes.length);
});
