/** Who may see and edit what, and how long people may take part. */

import { describe, expect, it } from 'vitest';
import { challengeStatuses } from '../challenge/schema.ts';
import type { Actor } from '../shared/context.ts';
import { newId } from '../shared/ids.ts';
import { after, day, iso } from '../shared/time.ts';
import { assertVersion } from '../shared/version.ts';
import { makeChallengeCard, makeSolutionCard } from '../testing/challenge.ts';
import { makeActor } from '../testing/context.ts';
import { isMaker } from './maker.ts';
import { assertClosingDate, maySee, organisationFor, stubOf, viewerOf } from './rules.ts';
import { isLive } from './status.ts';

const now = new Date('2026-03-01T00:00:00Z');
const organisation = { id: newId('organisation', { now: () => now }), name: 'Viện', kind: 'institute' } as const;
const card = makeChallengeCard({ organisation });
const author = makeActor({ id: card.author.id });
const editor = makeActor({ memberships: [{ ...organisation, role: 'editor' }] });
const member = makeActor({ memberships: [{ ...organisation, role: 'member' }] });
const moderator = makeActor({ roles: ['moderator'] });
const administrator = makeActor({ roles: ['administrator'] });
const expert = makeActor({ roles: ['expert'] });
const nobody: Actor = { kind: 'anonymous' };
const system: Actor = { kind: 'system', name: 'test' };
const everybody = { author, editor, member, moderator, administrator, expert, stranger: makeActor(), nobody, system };
const those = (test: (actor: Actor) => boolean) =>
  Object.entries(everybody).flatMap(([name, actor]) => (test(actor) ? [name] : []));

it('is made by its author and by those who edit for its organisation', () => {
  expect(those((actor) => isMaker(actor, card))).toEqual(['author', 'editor']);
  expect(those((actor) => isMaker(actor, { ...card, organisation: null }))).toEqual(['author']);
});

describe('may be seen', () => {
  it.each(challengeStatuses)('when %s', (status) => {
    const expected = {
      draft: ['author', 'editor', 'system'],
      withdrawn: ['author', 'editor', 'system'],
      pending: ['author', 'editor', 'moderator', 'administrator', 'system'],
      hidden: ['author', 'editor', 'moderator', 'administrator', 'system'],
    }[status as string];
    expect(those((actor) => maySee(actor, { ...card, status }))).toEqual(expected ?? Object.keys(everybody));
  });

  it('an answer to what is hidden: by those who see that, and those who made the answer', () => {
    const solution = makeSolutionCard(card, { author: { id: everybody.stranger.id, name: 'Lan' } });
    const hidden = { ...card, status: 'hidden' as const };
    expect(those((actor) => maySee(actor, solution, card))).toEqual(Object.keys(everybody));
    const expected = ['author', 'editor', 'moderator', 'administrator', 'stranger', 'system'];
    expect(those((actor) => maySee(actor, solution, hidden))).toEqual(expected);
    const draft = { ...solution, status: 'draft' as const, publishedAt: null };
    expect(those((actor) => maySee(actor, draft, card))).toEqual(['stranger', 'system']);
  });

  it('when withdrawn, only if it was public before', () => {
    const solution = makeSolutionCard(card, { status: 'withdrawn', author: card.author, organisation });
    expect(those((actor) => maySee(actor, solution))).toEqual(Object.keys(everybody));
    const draft = { ...solution, publishedAt: null };
    expect(those((actor) => maySee(actor, draft))).toEqual(['author', 'editor', 'system']);
  });
});

it('takes part while it is open or submitted, and its end has not come', () => {
  expect(challengeStatuses.filter((status) => isLive({ ...card, status }, now))).toEqual(['open']);
  expect(isLive(makeSolutionCard(card), now)).toBe(true);
  const ends = (closesAt: string) => isLive({ ...card, closesAt }, now);
  expect([ends('2026-03-01T00:00:00.001Z'), ends('2026-03-01T00:00:00.000Z')]).toEqual([true, false]);
});

it('is written for an organisation by its owners and editors', () => {
  expect(organisationFor(editor, organisation.id)).toEqual(organisation);
  expect(organisationFor(member, null)).toBeNull();
  const refused = expect.objectContaining({ code: 'not_organisation_member' });
  const elsewhere = makeActor({
    memberships: [{ ...organisation, id: newId('organisation', { now: () => now }), role: 'owner' }],
  });
  for (const actor of [member, author, elsewhere])
    expect(() => organisationFor(actor, organisation.id)).toThrow(refused);
});

it('is edited on its current version only, which a refusal names', () => {
  expect(() => assertVersion({ ...card, version: 3 }, 3)).not.toThrow();
  const refusal = { code: 'version_conflict', data: { currentVersion: 3 } };
  for (const version of [2, 4]) {
    expect(() => assertVersion({ ...card, version: 3 }, version)).toThrow(expect.objectContaining(refusal));
  }
});

it('shows readers what they did, and nothing to those not signed in', () => {
  const viewer = (actor: Actor, vote?: object, follow?: object) =>
    viewerOf({ actor } as Parameters<typeof viewerOf>[0], card, vote, follow);
  expect(viewer(nobody, {}, {})).toBeUndefined();
  expect(viewer(author, {})).toEqual({ supported: true, following: false, mayEdit: true });
  expect(viewer(member, undefined, {})).toEqual({ supported: false, following: true, mayEdit: false });
});

describe('a closing date', () => {
  it.each([null, undefined, iso(after(now, 1)), iso(after(now, 730 * day))])('%s is taken', (closesAt) => {
    expect(() => assertClosingDate(closesAt, now)).not.toThrow();
  });

  it.each([iso(now), iso(after(now, -day)), iso(after(now, 730 * day + 1))])('%s is refused', (closesAt) => {
    const refusal = { code: 'closing_date_invalid', fields: [expect.objectContaining({ path: '/closesAt' })] };
    expect(() => assertClosingDate(closesAt, now)).toThrow(expect.objectContaining(refusal));
  });
});

it('leaves a stub of what was hidden, with what answers it, and none of what never was public', () => {
  const at = iso(now);
  const hidden = { reason: 'hate', at, decision: newId('decision', { now: () => now }) } as const;
  const taken = { ...card, status: 'hidden' as const, hidden };
  const solution = makeSolutionCard(card);
  const stub = { kind: 'challenge', reason: 'hate', at };
  expect(stubOf(taken)).toEqual(stub);
  expect(stubOf(solution, taken)).toEqual(stub);
  expect(stubOf({ ...solution, status: 'hidden', hidden }, card)).toEqual({ ...stub, kind: 'solution' });
  expect([stubOf(card), stubOf(solution, card)]).toEqual([undefined, undefined]);
  expect(stubOf({ ...solution, status: 'draft', publishedAt: null }, taken)).toBeUndefined();
});
