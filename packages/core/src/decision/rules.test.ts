/** Who may appeal which decision until when, and which section of the code of conduct each reason breaks. */
import { expect, it } from 'vitest';
import { reportReasons } from '../report/schema.ts';
import type { AppError } from '../shared/app-error.ts';
import type { Actor } from '../shared/context.ts';
import { newId } from '../shared/ids.ts';
import { makeActor } from '../testing/context.ts';
import { appealUntil, assertMayAppeal, assertMayDecideAppeal, assertUntil, countsAgainst } from './rules.ts';
import { ruleOf } from './rules-of-conduct.ts';
import { actions } from './schema.ts';

const author = makeActor();
const by = newId('person', { now: () => new Date() });
const decision = { about: author.id, by, appealUntil: '2026-12-28T16:59:59.999Z', appeal: null };
const appeal = { text: 'Xem lại', at: '', outcome: null, reasons: null, decidedAt: null };
const at = (time: string) => new Date(time);
const codeOf = (ask: () => void) => {
  try {
    ask();
    return 'may';
  } catch (error) {
    return (error as AppError).code;
  }
};

it.each([
  ['at noon', '2026-11-28T05:00:00Z', '2026-12-28T16:59:59.999Z'],
  ['in the first second of a day in Hanoi', '2026-11-27T17:00:00Z', '2026-12-28T16:59:59.999Z'],
  ['in the last', '2026-11-28T16:59:59.999Z', '2026-12-28T16:59:59.999Z'],
  ['a millisecond later', '2026-11-28T17:00:00.000Z', '2026-12-29T16:59:59.999Z'],
  ['into a leap year’s February', '2028-01-30T05:00:00Z', '2028-02-29T16:59:59.999Z'],
])('made %s, it is appealed until the end of the 30th day after, in Hanoi', (_, made, until) => {
  expect(appealUntil('hide', at(made))).toBe(until);
});

it('what restricts can be appealed, and what gives back cannot', () => {
  const now = at('2026-11-28T05:00:00Z');
  const appealable = actions.filter((action) => appealUntil(action, now));
  const held = ['close', 'hide', 'limit', 'lock', 'redact', 'retag', 'suspend', 'warn'];
  expect(appealable.toSorted()).toEqual([...held, 'merge', 'quarantine'].toSorted());
  // To have said what somebody else had said already is nobody's fault, nor to have a vote among others that are set aside.
  const against = actions.filter((action) => countsAgainst({ action, appeal: null }));
  expect(against.toSorted()).toEqual(held);
  expect(countsAgainst({ action: 'hide', appeal: { ...appeal, outcome: 'overturn' } })).toBe(false);
  expect(countsAgainst({ action: 'hide', appeal: { ...appeal, outcome: 'uphold' } })).toBe(true);
});

it('only whom it is about appeals, once, until the very end of the last day, also while suspended', () => {
  const asked = (actor: Actor, over: object = {}, now = '2026-12-28T16:59:59.999Z') =>
    codeOf(() => assertMayAppeal(actor, { ...decision, ...over }, at(now)));
  expect(asked(author)).toBe('may');
  expect(asked({ ...author, suspendedUntil: '2027-01-01T00:00:00.000Z' })).toBe('may');
  expect(asked(author, {}, '2026-12-28T17:00:00.000Z')).toBe('appeal_over');
  expect(asked(author, { appeal })).toBe('appealed_already');
  expect(asked(author, { appeal }, '2026-12-28T17:00:00.000Z')).toBe('appealed_already');
  expect(asked(author, { appealUntil: null })).toBe('not_appealable');
  expect(asked({ kind: 'anonymous' })).toBe('not_signed_in');
  for (const actor of [makeActor(), makeActor({ roles: ['moderator'] })])
    expect(asked(actor)).toBe('decision_not_found');
  expect(asked(author, { about: null })).toBe('decision_not_found');
});

it('an appeal is decided once, by another moderator', () => {
  const asked = (actor: Actor, over: object) => codeOf(() => assertMayDecideAppeal(actor, { ...decision, ...over }));
  const moderator = makeActor({ roles: ['moderator'] });
  expect(asked(moderator, { appeal })).toBe('may');
  expect(asked({ ...moderator, id: by }, { appeal })).toBe('same_moderator');
  expect(asked(moderator, { appeal: { ...appeal, outcome: 'uphold' } })).toBe('item_done');
  expect(asked(moderator, {})).toBe('item_done');
});

it('nobody is suspended for good, for the past, or without an end', () => {
  const now = at('2026-11-28T05:00:00Z');
  const asked = (until?: string) => codeOf(() => assertUntil(until, now));
  expect(['2026-11-28T05:00:00.001Z', '2027-11-29T05:00:00.000Z'].map(asked)).toEqual(['may', 'may']);
  const refused = [undefined, '2026-11-28T05:00:00.000Z', '2027-11-29T05:00:00.001Z', 'never'].map(asked);
  expect(refused).toEqual(Array(4).fill('invalid_input'));
});

it('each reason breaks the section that the page of the code numbers so', () => {
  const sections = reportReasons.map((reason) => [reason, ruleOf(reason, at('2026-12-01T00:00:00Z'))]);
  expect(Object.fromEntries(sections)).toEqual({
    abuse: '1',
    hate: '2',
    false: '3',
    'personal-data': '4',
    spam: '5',
    'off-topic': '6',
    duplicate: '7',
    illegal: '8',
    other: '9',
  });
  expect(ruleOf('spam', at('2020-01-01T00:00:00Z'))).toBe('5');
});
