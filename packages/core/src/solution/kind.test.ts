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
      ['pending', { seen: 'moderators' }],
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
  const publication = { to: 'submitted', event: 'solution_submitted', tells: ['title'], publishes: true };
  const moderation = { by: ['moderator', 'system'], names: 'nobody' };
  expect(moves.solution).toEqual({
    draft: { from: [null], to: 'draft', by: ['maker'] },
    submit: { ...publication, from: ['draft'], by: ['maker'] },
    withdraw: {
      from: ['draft', 'submitted', 'shortlisted'],
      to: 'withdrawn',
      by: ['maker'],
      event: 'solution_withdrawn',
      tells: ['title'],
      ends: true,
    },
    submitForReview: { from: ['draft'], to: 'pending', by: ['maker'] },
    approve: { ...publication, ...moderation, from: ['pending'], names: 'author' },
    return: { ...moderation, from: ['pending'], to: 'draft' },
    hide: {
      ...moderation,
      from: [
        ...['submitted', 'shortlisted', 'selected', 'not-selected'],
        ...['piloting', 'implemented', 'stopped', 'withdrawn', 'merged'],
      ],
      to: 'hidden',
      event: 'solution_hidden',
      tells: ['hiddenFor'],
      ends: true,
      remembers: 'left',
    },
    restore: { ...moderation, from: ['hidden'], undoes: 'hide', event: 'solution_restored', tells: [], reopens: true },
    merge: {
      ...moderation,
      from: ['submitted'],
      to: 'merged',
      event: 'solution_merged',
      tells: ['into'],
      ends: true,
      remembers: 'unmergesTo',
    },
    unmerge: { ...moderation, from: ['merged'], undoes: 'merge', event: 'solution_unmerged', tells: [], reopens: true },
  });
});
