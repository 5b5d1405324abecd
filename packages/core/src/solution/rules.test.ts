/** What a solution takes from its challenge. */

import { describe, expect, it } from 'vitest';
import { makeChallengeCard } from '../testing/challenge.ts';
import { concernsSolutions, inheritedFrom } from './rules.ts';

describe('a change of the challenge', () => {
  const challenge = makeChallengeCard();

  it.each([
    { title: 'Một tiêu đề khác' },
    { programme: 'P8' } as const,
    { ward: '00070' },
    { point: { lat: 21.03, lng: 105.85 } },
    { closesAt: '2026-04-01T00:00:00.000Z' },
  ])('%j concerns its solutions', (change) => {
    const changed = { ...challenge, ...change };
    expect(concernsSolutions(challenge, changed)).toBe(true);
    const { title, ...rest } = change as Partial<typeof challenge>;
    expect(inheritedFrom(changed)).toMatchObject({ ...rest, ...(title && { challengeTitle: title }) });
  });

  it.each([{ summary: 'Một tóm tắt khác' }, { tags: ['khác'] }, { support: 9 }, { version: 2 }])(
    '%j does not',
    (change) => {
      expect(concernsSolutions(challenge, { ...challenge, ...change })).toBe(false);
    },
  );
});
