/** Each card is in the one list that it should be in. */

import { describe, expect, it } from 'vitest';
import { challengeStatuses } from '../challenge/schema.ts';
import { makeChallengeCard, makeSolutionCard } from '../testing/challenge.ts';
import { listOf, listWhenListed } from './list-of.ts';
import { answersTo } from './schema.ts';

const card = makeChallengeCard({ programme: 'P5', ward: '00331', tags: ['ngập lụt', 'cây xanh'] });

describe('listOf', () => {
  it('gives a public challenge the list of all, and what is not public none', () => {
    expect(listOf(card)).toBe('challenges');
    const unlisted = challengeStatuses.filter((status) => listOf({ ...card, status }) === undefined);
    expect(unlisted).toEqual(['draft', 'pending', 'merged', 'hidden', 'withdrawn']);
  });

  it('gives a solution the list of its challenge, while it is listed', () => {
    const solution = makeSolutionCard(card);
    expect(listOf(solution)).toBe(`solutions:${card.id}`);
    expect(answersTo('chl_1', 'solution')).toBe('solutions:chl_1');
    expect(listOf({ ...solution, hiddenAbove: true })).toBeUndefined();
    const withdrawn = makeSolutionCard(card, { status: 'withdrawn' });
    expect(listOf(withdrawn)).toBeUndefined();
    expect(listWhenListed(withdrawn)).toBe(`solutions:${card.id}`);
  });
});
