/** Catch-ups come one at a time, rest after a long one, and never so long that answers grow old. */
import { expect, it } from 'vitest';
import { createTurns } from './turns.ts';

/** Turns on a clock of the test's own, whose catch-ups take so long. */
function turnsThatTake(milliseconds: number) {
  let now = 0;
  let runs = 0;
  const catchUp = async () => {
    runs++;
    now += milliseconds;
  };
  const turns = createTurns({ catchUp, everyMs: 250, rest: 10, clock: () => now });
  const pass = (passed: number) => {
    now += passed;
  };
  return { turns, runs: () => runs, pass };
}

it('a catch-up of moments is followed by ten times as long a rest', async () => {
  const { turns, runs, pass } = turnsThatTake(100);
  await turns.soon();
  pass(900);
  await turns.soon();
  expect(runs()).toBe(1);
  pass(200);
  await turns.soon();
  expect(runs()).toBe(2);
});

it('after one of a minute, answers are brought up to date again within two seconds', async () => {
  const { turns, runs, pass } = turnsThatTake(60_000);
  await turns.soon();
  pass(2_000);
  await turns.soon();
  expect(runs()).toBe(2);
});

it('what was written is looked for at once, whatever rest there is', async () => {
  const { turns, runs } = turnsThatTake(60_000);
  await turns.soon();
  await turns.now();
  expect(runs()).toBe(2);
});

it('callers at the same time share a catch-up, and those behind a write the next one', async () => {
  const { turns, runs } = turnsThatTake(1);
  await Promise.all([turns.soon(), turns.soon(), turns.now(), turns.now()]);
  expect(runs()).toBe(2);
});
