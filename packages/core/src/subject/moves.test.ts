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
import { canMove, destinationsOf, dueMoveOf, movesOf, reachableStatusesOf } from './moves.ts';

describe.each(subjectKinds)('%s', (kind) => {
  const moves = movesOf(kind);
  const unseen = ['draft', 'pending'];
  const isUnseen = (status: string | null) => status === null || unseen.includes(status);

  it('begins somewhere, never goes back to where nobody saw it, and never stands still', () => {
    expect(moves.some(([, { from }]) => from.includes(null))).toBe(true);
    const back = moves.filter(([, spec]) => destinationsOf(kind, spec).some(isUnseen) && !spec.from.every(isUnseen));
    expect(back).toEqual([]);
    const still = moves.filter(([, spec]) => destinationsOf(kind, spec).some((to) => spec.from.includes(to)));
    expect(still).toEqual([]);
  });

  it('has an event for every move of what is public', () => {
    const silent = moves.filter(([, { event, to = '' }]) => !event && !unseen.includes(to));
    expect(silent).toEqual([]);
  });

  it('publishes whatever readers come to see', () => {
    const shows = ([, spec]: (typeof moves)[number]) =>
      destinationsOf(kind, spec).some((to) => statusSpec(kind, to).seen === 'everyone');
    const silently = moves.filter((move) => shows(move) && move[1].from.every(isUnseen) && !move[1].publishes);
    expect(silently).toEqual([]);
  });

  it('is hidden from wherever everybody sees it, remembers where it was, and comes back there', () => {
    const seen: string[] = statusesOf(kind).filter((status) => statusSpec(kind, status).seen === 'everyone');
    const [hide, restore] = ['hide', 'restore'].map((name) => moves.find(([one]) => one === name)![1]);
    expect(hide!.from.toSorted()).toEqual(seen.toSorted());
    expect(hide).toMatchObject({ to: 'hidden', remembers: 'left', ends: true });
    expect(destinationsOf(kind, restore!)).toEqual(hide!.from);
    expect(moves.filter(([, { to, undoes }]) => (to === undefined) !== (undoes !== undefined))).toEqual([]);
  });

  it('is moved by moderators without naming them', () => {
    const named = moves.filter(([, { by, names, event }]) => event && !by.includes('maker') && !names);
    expect(named.map(([name]) => name)).toEqual([]);
  });

  it('ends voting wherever people could vote before and cannot after: votes do not look at the card', () => {
    const live = (status: string | null) => status !== null && statusSpec(kind, status).live === true;
    const leaves = moves.filter(([, { from, to = null }]) => from.some(live) && !live(to));
    expect(leaves.filter(([, { ends }]) => !ends)).toEqual([]);
    expect(leaves).not.toEqual([]);
    // What was ended stays so, but for moves that set the end anew on the tally.
    const isBack = (spec: (typeof moves)[number][1]) => destinationsOf(kind, spec).some(live);
    const returns = moves.filter(([, spec]) => isBack(spec) && !spec.from.every(isUnseen));
    expect(returns.filter(([, { reopens }]) => !reopens)).toEqual([]);
    expect(moves.filter(([, spec]) => spec.reopens && (spec.ends || !isBack(spec)))).toEqual([]);
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
    const named = moves.flatMap(([, spec]) => [
      ...destinationsOf(kind, spec),
      ...spec.from.filter((one) => one !== null),
    ]);
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
  const ofChallenge = ['draft', 'pending', 'merged', 'hidden', 'withdrawn'];
  expect(unlisted(listedStatusesOf('challenge'), statusesOf('challenge'))).toEqual(ofChallenge);
  const ofSolution = ['draft', 'pending', 'withdrawn', 'merged', 'hidden'];
  expect(unlisted(listedStatusesOf('solution'), statusesOf('solution'))).toEqual(ofSolution);
});

it('offers only statuses that something can come into', () => {
  const ofChallenge = ['draft', 'pending', 'open', 'closed', 'merged', 'hidden', 'withdrawn'];
  expect(reachableStatusesOf('challenge')).toEqual(ofChallenge);
  expect(reachableStatusesOf('solution')).toEqual(['draft', 'pending', 'submitted', 'withdrawn', 'merged', 'hidden']);
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
