/** What the network promises of challenges, in literals: docs/states.md and the API say the same. */
import { describe, expect, it } from 'vitest';
import { countersOf, kinds } from '../subject/kinds.ts';
import { moves } from '../subject/moves.ts';

describe('the kind', () => {
  const { challenge } = kinds;

  it('has these addresses, acts, counters and pace', () => {
    const { statuses, list, ...spec } = challenge;
    // Whatever kind answers challenges beside solutions has its counter too.
    expect(countersOf('challenge')).toEqual(expect.arrayContaining(['support', 'comments', 'solutions']));
    expect(spec).toEqual({
      prefix: 'chl',
      reference: 'TT',
      path: 'challenges',
      parent: null,
      acts: ['support', 'follow', 'comment'],
      mostAnHour: 30,
    });
  });

  it('shows each status to these, in this order', () => {
    expect(Object.entries(challenge.statuses)).toEqual([
      ['draft', { seen: 'makers' }],
      ['pending', { seen: 'moderators' }],
      ['open', { seen: 'everyone', listed: true, live: true }],
      ['evaluating', { seen: 'everyone', listed: true }],
      ['decided', { seen: 'everyone', listed: true }],
      ['implementing', { seen: 'everyone', listed: true }],
      ['completed', { seen: 'everyone', listed: true }],
      ['closed', { seen: 'everyone', listed: true }],
      ['merged', { seen: 'everyone' }],
      ['hidden', { seen: 'moderators' }],
      ['withdrawn', { seen: 'makers' }],
    ]);
  });
});

it('moves so, and in no other way', () => {
  const start = { from: [null, 'draft'], to: 'open', by: ['maker'], tells: ['title'], publishes: true };
  const end = { to: 'closed', event: 'challenge_closed', tells: ['reason'], ends: true };
  expect(moves.challenge).toEqual({
    draft: { from: [null], to: 'draft', by: ['maker'] },
    raise: { ...start, event: 'challenge_raised' },
    launch: { ...start, event: 'challenge_launched' },
    close: {
      ...end,
      from: ['open', 'evaluating', 'decided', 'implementing'],
      by: ['maker', 'moderator', 'system'],
      due: true,
    },
    closeHidden: { ...end, from: ['hidden'], by: ['moderator', 'system'], names: 'nobody' },
    reopen: {
      from: ['closed'],
      to: 'open',
      by: ['moderator'],
      names: 'nobody',
      event: 'challenge_reopened',
      tells: ['reason'],
      reopens: true,
    },
    withdraw: {
      from: ['pending', 'open'],
      to: 'withdrawn',
      by: ['maker'],
      event: 'challenge_withdrawn',
      tells: ['title'],
      ends: true,
    },
    submitForReview: { from: [null, 'draft'], to: 'pending', by: ['maker'] },
    approve: { ...start, from: ['pending'], event: 'challenge_raised', by: ['moderator', 'system'], names: 'author' },
    return: { from: ['pending'], to: 'draft', by: ['moderator', 'system'], names: 'nobody' },
    hide: {
      from: ['open', 'evaluating', 'decided', 'implementing', 'completed', 'closed', 'merged'],
      to: 'hidden',
      by: ['moderator', 'system'],
      names: 'nobody',
      event: 'challenge_hidden',
      tells: ['hiddenFor'],
      ends: true,
      remembers: 'left',
    },
    restore: {
      from: ['hidden'],
      undoes: 'hide',
      by: ['moderator', 'system'],
      names: 'nobody',
      event: 'challenge_restored',
      tells: [],
      reopens: true,
    },
    merge: {
      from: ['open'],
      to: 'merged',
      by: ['moderator', 'system'],
      names: 'nobody',
      event: 'challenge_merged',
      tells: ['into'],
      ends: true,
      remembers: 'unmergesTo',
    },
    unmerge: {
      from: ['merged'],
      undoes: 'merge',
      by: ['moderator', 'system'],
      names: 'nobody',
      event: 'challenge_unmerged',
      tells: [],
      reopens: true,
    },
  });
});
