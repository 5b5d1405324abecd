/** What a solution is when little is said of it, and what may be changed of it. */
import { expect, it } from 'vitest';
import { newId } from '../shared/ids.ts';
import { makeNewSolution } from '../testing/challenge.ts';
import { newSolutionSchema, solutionChangeSchema, solutionSorts } from './schema.ts';

const { title, summary, body } = makeNewSolution();
const least = { title, summary, body };

it('has no tags and no pictures, and is its author’s alone, where nothing else is said', () => {
  expect(newSolutionSchema.parse(least)).toEqual({ ...least, tags: [], images: [], organisation: null });
  const ids = [newId('organisation', { now: () => new Date() }), newId('person', { now: () => new Date() })];
  const fits = (organisation: string) => newSolutionSchema.safeParse({ ...least, organisation }).success;
  expect(ids.map(fits)).toEqual([true, false]);
});

it('may be unfinished, as it begins as a draft, but not without a word', () => {
  expect([{}, { title: 'Bể' }].map((input) => newSolutionSchema.safeParse(input).success)).toEqual([false, true]);
});

it('is changed on the version that was edited, from 1 on', () => {
  const changes = [
    { title },
    { version: 0, title },
    { version: 1 },
    { version: 7, title },
    { version: 7, status: 'draft' },
  ];
  const outcomes = changes.map((change) => solutionChangeSchema.safeParse(change).success);
  expect(outcomes).toEqual([false, false, true, true, false]);
});

it('is listed by support or by age', () => expect(solutionSorts).toEqual(['top', 'new']));
