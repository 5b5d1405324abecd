/** Each card stands in the lists it should. */

import { describe, expect, it } from 'vitest';
import { challengeStatuses } from '../challenge/schema.ts';
import { makeChallengeCard, makeSolutionCard } from '../testing/challenge.ts';
import { facetsOf } from './facets.ts';
import { answersTo } from './schema.ts';

const card = makeChallengeCard({ programme: 'P5', ward: '00331', tags: ['ngập lụt', 'cây xanh'] });
const own = ['challenges', 'programme:P5', 'tag:ngập lụt', 'tag:cây xanh', 'ward:00331'];

describe('facetsOf', () => {
  it('gives an open challenge no list for what most are', () => {
    expect(facetsOf(card)).toEqual(own);
    expect(facetsOf({ ...card, ward: null, tags: [] })).toEqual(own.slice(0, 2));
  });

  it('gives rare kinds and states lists of their own, and what is not public none', () => {
    expect(facetsOf({ ...card, status: 'closed', kind: 'launched' })).toEqual([
      ...own,
      'status:closed',
      'kind:launched',
    ]);
    const unlisted = challengeStatuses.filter((status) => facetsOf({ ...card, status }).length === 0);
    expect(unlisted).toEqual(['draft', 'pending', 'hidden']);
  });

  it('gives a solution the list of its challenge and that of all, while it is listed', () => {
    expect(facetsOf(makeSolutionCard(card))).toEqual(['solutions', `solutions:${card.id}`]);
    expect(answersTo('chl_1', 'solution')).toBe('solutions:chl_1');
    expect(facetsOf(makeSolutionCard(card, { status: 'withdrawn' }))).toEqual([]);
    expect(facetsOf({ ...makeSolutionCard(card), hiddenAbove: true })).toEqual([]);
  });
});
