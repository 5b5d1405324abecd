/** The numbers of signing in by mail, as people and docs/security.md read them. */
import { expect, it } from 'vitest';
import {
  codeLifetime,
  codesCompared,
  codesFromNetwork,
  codesToMailbox,
  codeTries,
  waitAfter,
  wrongGuessesFromNetwork,
} from './limits.ts';

it('a code works for ten minutes and five tries, three of them side by side', () => {
  expect({ codeLifetime, codeTries, codesCompared }).toEqual({
    codeLifetime: 10 * 60 * 1_000,
    codeTries: 5,
    codesCompared: 3,
  });
});

it('a mailbox gets five codes in a quarter of an hour by one browser, ten by one network, twenty at all', () => {
  expect(codesToMailbox).toEqual({ browser: 5, network: 10, total: 20, windowMs: 15 * 60 * 1_000 });
});

it('a network asks for 600 codes an hour at once and 6,000 at all, and errs a thousand times', () => {
  expect(codesFromNetwork).toMatchObject({ atOnce: 600, most: 6_000, windowMs: 60 * 60 * 1_000 });
  expect(wrongGuessesFromNetwork).toEqual({ times: 1_000, windowMs: 60 * 60 * 1_000 });
});

it('who asks after 600 others waits 15 seconds, and two minutes at most', () => {
  const seconds = [1, 600, 601, 1_200, 1_201, 1_801, 2_401, 6_000].map((used) => waitAfter(used) / 1_000);
  expect(seconds).toEqual([0, 0, 15, 15, 30, 60, 120, 120]);
});
