/** What is needed to found an organisation. */
import { expect, it } from 'vitest';
import { newOrganisationSchema } from './schema.ts';

const fits = (over: object) =>
  newOrganisationSchema.safeParse({ slug: 'so-xay-dung', name: 'Sở Xây dựng', kind: 'agency', ...over }).success;

it('has an address of small letters, digits and single dashes, 60 characters at most', () => {
  const slugs = ['a', 'so-xay-dung', 'vien-2', '-a', 'a-', 'a--b', 'A', 'sở', 'a b', 'a/b', ''];
  expect(slugs.filter((slug) => fits({ slug }))).toEqual(['a', 'so-xay-dung', 'vien-2']);
  expect([60, 61].map((length) => fits({ slug: 'a'.repeat(length) }))).toEqual([true, false]);
});

it('has a name of 3 to 120 characters, and may say up to 500 about itself', () => {
  expect([2, 3, 120, 121].map((length) => fits({ name: 'x'.repeat(length) }))).toEqual([false, true, true, false]);
  expect([0, 500, 501].map((length) => fits({ about: 'x'.repeat(length) }))).toEqual([true, true, false]);
});

it('is of one of six kinds, and says nothing else', () => {
  const all = ['agency', 'enterprise', 'university', 'institute', 'innovation-centre', 'association', 'party'];
  expect(all.filter((kind) => !fits({ kind }))).toEqual(['party']);
  expect(fits({ verified: true })).toBe(false);
});
