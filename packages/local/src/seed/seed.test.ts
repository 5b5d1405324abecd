/** The demo is whole, valid and quick to tell. */
import { useTable } from '@hanoi/testing/engine';
import { expect, it } from 'vitest';
import { readContent } from './content.ts';
import { seedDemo } from './main.ts';

useTable();
it('holds what a city needs to look alive', async () => {
  const { organisations, challenges } = await readContent();
  const solutions = challenges.flatMap((challenge) => challenge.solutions);
  const threads = [...challenges, ...solutions].flatMap((subject) => subject.comments);
  const comments = threads.length + threads.flatMap((comment) => comment.replies).length;
  expect(challenges.length).toBeGreaterThanOrEqual(40);
  expect(solutions.length).toBeGreaterThanOrEqual(100);
  expect(comments).toBeGreaterThanOrEqual(400);
  expect(organisations.length).toBe(25);
});

it('is told through the services', { timeout: 120_000 }, async () => {
  expect((await seedDemo()).challenges).toBeGreaterThan(0);
});
