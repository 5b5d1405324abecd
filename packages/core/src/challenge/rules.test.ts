/** Where a challenge may go, when it may end, and who may put it. */
import { describe, expect, it } from 'vitest';
import type { PersonActor } from '../shared/context.ts';
import { newId } from '../shared/ids.ts';
import { after, day, iso } from '../shared/time.ts';
import { assertClosingDate, assertMayPost, mayGo, transitions } from './rules.ts';
import { type ChallengeStatus, challengeStatuses } from './schema.ts';

const now = new Date('2026-03-01T00:00:00Z');
const ids = { now: () => now };

/** Every state that can be reached from `from`, itself among them. */
function reach(from: ChallengeStatus, seen = new Set<ChallengeStatus>()): Set<ChallengeStatus> {
  if (seen.has(from)) return seen;
  seen.add(from);
  for (const to of transitions[from]) reach(to, seen);
  return seen;
}

describe('the flow', () => {
  it('leads from a draft to every state, and back to a draft from none', () => {
    expect(reach('draft').size).toBe(challengeStatuses.length);
    expect(challengeStatuses.filter((from) => mayGo(from, 'draft'))).toEqual([]);
  });

  it('has no dead end, and no step onto itself', () => {
    expect(challengeStatuses.filter((from) => challengeStatuses.every((to) => !mayGo(from, to)))).toEqual([]);
    expect(challengeStatuses.filter((from) => mayGo(from, from))).toEqual([]);
  });
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

describe('a post', () => {
  const agency = { id: newId('organisation', ids), name: 'Sở', kind: 'agency', role: 'editor' } as const;
  const person = (memberships: PersonActor['memberships']): PersonActor => ({
    kind: 'person',
    id: newId('person', ids),
    name: 'Lan',
    roles: [],
    memberships,
    assurance: 'email',
  });
  const [citizen, officer] = [person([]), person([agency])];

  it.each([
    ['a citizen', citizen, 'P5', 'raised', false, undefined],
    ['a citizen', citizen, 'P5', 'launched', false, 'not_allowed'],
    ['a citizen', citizen, 'P6', 'raised', false, 'programme_restricted'],
    ['an officer for the agency', officer, 'P6', 'launched', true, undefined],
    ['an officer for themselves', officer, 'P6', 'raised', false, 'programme_restricted'],
    ['an officer for themselves', officer, 'P5', 'launched', false, 'not_allowed'],
  ] as const)('case %#: of %s', (_, actor, programme, kind, forAgency, code) => {
    const post = () => assertMayPost(actor, { programme, kind }, forAgency);
    if (code) expect(post).toThrow(expect.objectContaining({ code }));
    else expect(post).not.toThrow();
  });
});
