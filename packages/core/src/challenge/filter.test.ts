/** Every filter finds a challenge in the list it is read from. */

import { describe, expect, it } from 'vitest';
import { facetsOf } from '../listing/facets.ts';
import { makeChallengeCard } from '../testing/challenge.ts';
import { planOf } from './filter.ts';

const card = makeChallengeCard({ programme: 'P5', ward: '00331', tags: ['ngập lụt', 'cây xanh'] });

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
