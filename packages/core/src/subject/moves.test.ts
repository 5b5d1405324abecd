/** The moves of each kind: where they lead, where they end, and what the tables promise together. */
import { describe, expect, it } from 'vitest';
import {
  kindsWith,
  listedStatusesOf,
  parentField,
  parentTitleField,
  statusesOf,
  statusSpec,
  subjectKinds,
} from './kinds.ts';
import { canMove, dueMoveOf, movesOf, reachableStatusesOf } from './moves.ts';

describe.each(subjectKinds)('%s', (kind) => {
  const moves = movesOf(kind);

  it('begins somewhere, never goes back to where it began unseen, and never stands still', () => {
    expect(moves.some(([, { from }]) => from.includes(null))).toBe(true);
    expect(moves.filter(([, { from, to }]) => to === 'draft' && from.some((status) => status !== null))).toEqual([]);
    expect(moves.filter(([, { from, to }]) => from.includes(to))).toEqual([]);
  });

  it('has an event for every move of what is public', () => {
    const silent = moves.filter(([, { event, to }]) => !event && to !== 'draft');
    expect(silent).toEqual([]);
  });

  it('ends voting wherever people could vote before and cannot after: votes do not look at the card', () => {
    const live = (status: string | null) => status !== null && statusSpec(kind, status).live === true;
    const leaves = moves.filter(([, { from, to }]) => from.some(live) && !live(to));
    expect(leaves.filter(([, { ends }]) => !ends)).toEqual([]);
    expect(leaves).not.toEqual([]);
    // What was ended stays so, but for moves that set the end anew on the tally.
    const returns = moves.filter(([, { from, to }]) => live(to) && from.some((status) => status && status !== 'draft'));
    expect(returns.filter(([, { reopens }]) => !reopens)).toEqual([]);
    expect(moves.filter(([, { reopens, ends, to }]) => reopens && (ends || !live(to)))).toEqual([]);
  });

  it('lets the system close what has come to its end from wherever people take part', () => {
    const due = moves.filter(([, spec]) => spec.due);
    const live = statusesOf(kind).filter((status) => statusSpec(kind, status).live);
    for (const [, { by, from, ends }] of due) {
      expect([...by, String(ends)]).toEqual(expect.arrayContaining(['system', 'true']));
      expect(live.filter((status) => !from.includes(status))).toEqual([]);
    }
    expect(due.length).toBeLessThan(2);
  });

  it('knows the statuses it goes through', () => {
    const known: readonly string[] = statusesOf(kind);
    const named = moves.flatMap(([, { from, to }]) => [to, ...from.filter((status) => status !== null)]);
    expect(named.filter((status) => !known.includes(status))).toEqual([]);
  });
});

it('a challenge is closed from any status in which it is at work, a hidden one by a move of its own', () => {
  const statuses = statusesOf('challenge');
  const closable = ['open', 'evaluating', 'decided', 'implementing'];
  expect(statuses.filter((status) => canMove('challenge', status, 'close'))).toEqual(closable);
  expect(statuses.filter((status) => canMove('challenge', status, 'closeHidden'))).toEqual(['hidden']);
});

it('authors withdraw a solution until something has been decided', () => {
  const withdrawable = statusesOf('solution').filter((status) => canMove('solution', status, 'withdraw'));
  expect(withdrawable).toEqual(['draft', 'submitted', 'shortlisted']);
});

it('lists no draft, and nothing that was withdrawn, merged or hidden', () => {
  const unlisted = (listed: readonly string[], all: readonly string[]) => all.filter((one) => !listed.includes(one));
  expect(unlisted(listedStatusesOf('challenge'), statusesOf('challenge'))).toEqual(['draft', 'pending', 'hidden']);
  const ofSolution = ['draft', 'withdrawn', 'merged', 'hidden'];
  expect(unlisted(listedStatusesOf('solution'), statusesOf('solution'))).toEqual(ofSolution);
});

it('offers only statuses that something can come into', () => {
  expect(reachableStatusesOf('challenge')).toEqual(['draft', 'open', 'closed']);
  expect(reachableStatusesOf('solution')).toEqual(['draft', 'submitted', 'withdrawn']);
});

it('a challenge closes by itself when its day has come, a solution does not', () => {
  expect([dueMoveOf('challenge'), dueMoveOf('solution')]).toEqual(['close', undefined]);
});

it('a solution keeps the id and the title of its challenge, a challenge of nothing', () => {
  expect([parentField('solution'), parentTitleField('solution')]).toEqual(['challengeId', 'challengeTitle']);
  expect([parentField('challenge'), parentTitleField('challenge')]).toEqual([undefined, undefined]);
});

it('both are supported, followed and commented', () => {
  for (const act of ['support', 'follow', 'comment'] as const)
    expect(kindsWith(act)).toEqual(expect.arrayContaining(['challenge', 'solution']));
});

it('a status that a kind does not have is seen by makers only', () => {
  expect(statusSpec('challenge', 'unknown')).toEqual({ seen: 'makers' });
});
