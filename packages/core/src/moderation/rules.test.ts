/** What is pressing, whose report weighs how much, how far authors are trusted, and what an action means for those who reported. */
import { describe, expect, it } from 'vitest';
import type { Content } from '../report/rules.ts';
import { newId } from '../shared/ids.ts';
import { makeChallengeCard } from '../testing/challenge.ts';
import { makeActor } from '../testing/context.ts';
import { foundByOf, isInScope, outcomeOf, priorityOf, weightOfReporter } from './rules.ts';

const clock = { now: () => new Date('2026-11-28T00:00:00Z') };
const about = (counts: object = {}): Content => {
  const card = makeChallengeCard(counts);
  return { id: card.id, card, parent: undefined, comment: undefined };
};
const report = (reasons: object, weight = 100) => ({ kind: 'report' as const, reasons, weight });

describe('priority', () => {
  it('is harm of the gravest reason times reach', () => {
    expect(priorityOf(report({ spam: 1 }), about())).toBe(8);
    expect(priorityOf(report({ spam: 5, illegal: 1 }, 100), about())).toBe(20);
    expect(priorityOf(report({ illegal: 1 }), about({ support: 90, comments: 9 }))).toBe(40);
  });

  it('grows with weight ever more slowly, and is what it was without any', () => {
    const of = (weight: number) => priorityOf(report({ abuse: 1 }, weight), about());
    expect([0, 20, 100, 300, 10_000].map(of)).toEqual([6, 8, 12, 18, 46]);
  });

  it('of a comment counts a fifth of the people of its subject', () => {
    const content = { ...about({ support: 90, comments: 5 }), id: newId('comment', clock) };
    expect(priorityOf(report({ illegal: 1 }), content)).toBe(33);
  });

  it('of an authority’s demand is high whatever it names, and no reason counts that nobody gave', () => {
    const order = { kind: 'order' as const, reasons: { duplicate: 1, illegal: 0 }, weight: 0 };
    expect(priorityOf(order, about())).toBe(10);
    expect(priorityOf({ ...order, kind: 'moderator' }, about())).toBe(1);
    expect(priorityOf({ ...order, kind: 'appeal' }, about())).toBe(5);
  });
});

describe('a report weighs', () => {
  it.each([
    [0, 0, 100],
    [0, 2, 100],
    [0, 3, 20],
    [1, 4, 40],
    [2, 2, 100],
    [3, 5, 75],
    [20, 0, 100],
    [1, 19, 20],
  ])('of somebody with %i that led to something and %i that did not: %i per cent', (acted, dismissed, weight) => {
    expect(weightOfReporter({ acted, dismissed })).toBe(weight);
  });
});

it('a moderator decides everywhere, or within the programmes and the wards they were given', () => {
  const content = { programme: 'P5', ward: '00331' };
  const isLetIn = (scope?: object, role: 'moderator' | 'administrator' = 'moderator') =>
    isInScope(makeActor({ roles: [role], ...(scope && { scope }) }), content);
  const scopes = [
    undefined,
    {},
    { programmes: ['P5'] },
    { wards: ['00331'] },
    { programmes: ['P1'], wards: ['00331'] },
  ];
  expect(scopes.map((scope) => isLetIn(scope))).toEqual([true, true, true, true, true]);
  const outside = [{ programmes: ['P1'] }, { wards: ['00199'] }, { programmes: ['P1'], wards: ['00199'] }];
  expect(outside.map((scope) => isLetIn(scope))).toEqual([false, false, false]);
  expect(isLetIn({ programmes: ['P1'] }, 'administrator')).toBe(true);
  const nowhere = makeActor({ roles: ['moderator'], scope: { wards: ['00331'] } });
  expect(isInScope(nowhere, { programme: null, ward: null })).toBe(false);
});

it('those who reported are told that something was done, or that nothing had to be', () => {
  const acted = ['return', 'redact', 'hide', 'lock', 'warn', 'limit', 'suspend', 'retag', 'close', 'overturn'] as const;
  expect(acted.filter((action) => outcomeOf(action, false) !== 'acted')).toEqual([]);
  const dismissed = ['approve', 'restore', 'unlock', 'lift', 'unmerge', 'uphold'] as const;
  expect(dismissed.filter((action) => outcomeOf(action, false) !== 'dismissed')).toEqual([]);
  expect([outcomeOf('approve', true), outcomeOf('restore', true)]).toEqual(['acted', 'dismissed']);
});

it('what was found was found by reports, rules, orders or moderators', () => {
  const kinds = ['report', 'first-post', 'rule', 'duplicate', 'appeal', 'order', 'moderator'] as const;
  expect(kinds.map(foundByOf)).toEqual(['report', 'rule', 'rule', 'rule', 'moderator', 'order', 'moderator']);
});
