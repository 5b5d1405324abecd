/** What the network promises of solutions, in literals: docs/states.md and the API say the same. */
import { describe, expect, it } from 'vitest';
import { countersOf, kinds } from '../subject/kinds.ts';
import { moves } from '../subject/moves.ts';

describe('the kind', () => {
  const { solution } = kinds;

  it('has these addresses, acts, counters and pace, and answers a challenge', () => {
    const { statuses, list, ...spec } = solution;
    expect(countersOf('solution')).toEqual(expect.arrayContaining(['support', 'comments']));
    expect(spec).toEqual({
      prefix: 'sol',
      reference: 'GP',
      path: 'solutions',
      parent: 'challenge',
      acts: ['support', 'follow', 'comment'],
      mostAnHour: 30,
    });
  });

  it('shows each status to these, in this order', () => {
    expect(Object.entries(solution.statuses)).toEqual([
      ['draft', { seen: 'makers' }],
      ['submitted', { seen: 'everyone', listed: true, live: true }],
      ['shortlisted', { seen: 'everyone', listed: true }],
      ['selected', { seen: 'everyone', listed: true }],
      ['not-selected', { seen: 'everyone', listed: true }],
      ['piloting', { seen: 'everyone', listed: true }],
      ['implemented', { seen: 'everyone', listed: true }],
      ['stopped', { seen: 'everyone', listed: true }],
      ['withdrawn', { seen: 'everyone' }],
      ['merged', { seen: 'everyone' }],
      ['hidden', { seen: 'moderators' }],
    ]);
  });
});

it('moves so, and in no other way', () => {
  expect(moves.solution).toEqual({
    draft: { from: [null], to: 'draft', by: ['maker'] },
    submit: {
      from: ['draft'],
      to: 'submitted',
      by: ['maker'],
      event: 'solution_submitted',
      tells: ['title'],
      publishes: true,
    },
    withdraw: {
      from: ['draft', 'submitted', 'shortlisted'],
      to: 'withdrawn',
      by: ['maker'],
      event: 'solution_withdrawn',
      tells: ['title'],
      ends: true,
    },
  });
});
