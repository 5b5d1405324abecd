/** The bars of the labelled set. `npm run rules` says which texts are read wrongly. */
import { expect, it } from 'vitest';
import { readLabelled } from './measure.ts';

const { clean, notClean } = readLabelled();
const shareFound = (reads: typeof clean) => reads.filter(({ findings }) => findings.length > 0).length / reads.length;

it('has 300 clean texts and more, 150 others and more', () => {
  expect(clean.length).toBeGreaterThanOrEqual(300);
  expect(notClean.length).toBeGreaterThanOrEqual(150);
});

it('has at most 2 % false alarms', () => expect(shareFound(clean)).toBeLessThanOrEqual(0.02));

it('has at least 90 % found', () => expect(shareFound(notClean)).toBeGreaterThanOrEqual(0.9));

it('never takes criticism for a violation', () => {
  expect(clean.filter(({ label, findings }) => label === 'civil criticism' && findings.length > 0)).toEqual([]);
});
