/** What an answer takes from its parent: a solution from its challenge. */

import { describe, expect, it } from 'vitest';
import { makeChallengeCard, makeStored } from '../testing/challenge.ts';
import { concernsAnswers, inheritedFrom } from './inherited.ts';

describe('a change of the challenge', () => {
  const challenge = makeChallengeCard();

  it.each([
    { title: 'Một tiêu đề khác' },
    { programme: 'P8' } as const,
    { ward: '00070' },
    { closesAt: '2026-04-01T00:00:00.000Z' },
  ])('%j concerns what answers it', (change) => {
    const changed = { ...challenge, ...change };
    expect(concernsAnswers(makeStored(challenge), makeStored(changed))).toBe(true);
    const { title, ...rest } = change as Partial<typeof challenge>;
    expect(inheritedFrom(changed)).toMatchObject({ ...rest, ...(title && { challengeTitle: title }) });
  });

  it('that moderation took away hides what answers it, until it is back', () => {
    const [shown, hidden] = [challenge, { ...challenge, status: 'hidden' as const }];
    expect(concernsAnswers(makeStored(shown), makeStored(hidden))).toBe(true);
    expect([inheritedFrom(shown).hiddenAbove, inheritedFrom(hidden).hiddenAbove]).toEqual([false, true]);
    // A draft has no answers yet, and takes nothing from anybody when it is opened.
    const draft = { ...challenge, status: 'draft' as const, publishedAt: null };
    expect(concernsAnswers(makeStored(draft), makeStored({ ...challenge, publishedAt: challenge.createdAt }))).toBe(
      false,
    );
  });

  it('of the pin, which is in the body, shows in the version of the place', () => {
    const stored = makeStored(challenge);
    expect(concernsAnswers(stored, { ...stored, placeVersion: 2 })).toBe(true);
    const point = { lat: 21.03, lng: 105.85 };
    expect(inheritedFrom({ ...challenge, point })).toMatchObject({ point });
  });

  it.each([{ summary: 'Một tóm tắt khác' }, { tags: ['khác'] }, { support: 9 }, { version: 2 }])(
    '%j does not',
    (change) => {
      expect(concernsAnswers(makeStored(challenge), makeStored({ ...challenge, ...change }))).toBe(false);
    },
  );
});
