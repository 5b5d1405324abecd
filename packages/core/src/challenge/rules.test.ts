/** Who may put a challenge. */
import { describe, expect, it } from 'vitest';
import { newId } from '../shared/ids.ts';
import { makeActor } from '../testing/context.ts';
import { assertMayPost } from './rules.ts';

describe('a post', () => {
  const agency = {
    id: newId('organisation', { now: () => new Date() }),
    name: 'Sở',
    kind: 'agency',
    role: 'editor',
  } as const;
  const [citizen, officer] = [makeActor(), makeActor({ memberships: [agency] })];

  it.each([
    ['a citizen', citizen, 'P5', 'raised', false, undefined],
    ['a citizen', citizen, 'P5', 'launched', false, 'not_allowed'],
    ['a citizen', citizen, 'P6', 'raised', false, 'programme_restricted'],
    ['an officer for the agency', officer, 'P6', 'launched', true, undefined],
    ['an officer for themselves', officer, 'P6', 'raised', false, 'programme_restricted'],
    ['an officer for themselves', officer, 'P5', 'launched', false, 'not_allowed'],
  ] as const)('case %#: of %s', (_, actor, programme, kind, forAgency, code) => {
    const post = () => assertMayPost(actor, { kind, programme: { restricted: programme === 'P6' } }, forAgency);
    if (code) expect(post).toThrow(expect.objectContaining({ code }));
    else expect(post).not.toThrow();
  });
});
