/** Each card stands in the lists it should, and every filter finds it in the list it is read from. */
import { makeChallengeCard, makeSolutionCard } from '@hanoi/testing/challenge';
import { describe, expect, it } from 'vitest';
import { challengeStatuses } from '../challenge/schema.ts';
import { facetsOf, planOf } from './facets.ts';

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
    expect(facetsOf(makeSolutionCard(card, { status: 'withdrawn' }))).toEqual([]);
  });
});

describe('planOf', () => {
  const filters = [
    {},
    { programme: 'P5' },
    { ward: '00331' },
    { tag: 'cây xanh' },
    { status: 'open' },
    { status: 'closed' },
    { kind: 'raised' },
    { kind: 'launched' },
    { programme: 'P5', ward: '00331', tag: 'ngập lụt', status: 'closed', kind: 'launched' },
    { programme: 'P5', status: 'open', kind: 'raised' },
  ] as const;

  it.each(filters)('%j reads a list that holds all it wants, and filters by the rest', (filter) => {
    const wanted = { ...card, ...('tag' in filter && { tags: [filter.tag] }), ...filter };
    const { facet, left } = planOf(filter);
    expect(facetsOf(wanted)).toContain(facet);
    const said = facet === 'challenges' ? [] : [facet.split(':')[0]];
    expect([...said, ...left.map(({ field }) => field)].sort()).toEqual(Object.keys(filter).sort());
  });

  it('chooses the narrowest: a ward before a tag, a tag before a programme', () => {
    expect(planOf({ programme: 'P5', tag: 'cây xanh', ward: '00331' }).facet).toBe('ward:00331');
    expect(planOf({ programme: 'P5', tag: 'cây xanh' }).facet).toBe('tag:cây xanh');
  });
});
