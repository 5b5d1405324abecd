/** What a card's status means; who sees it and how long people may take part is in rules.test.ts. */
import { expect, it } from 'vitest';
import { statusesOf } from '../subject/kinds.ts';
import { makeChallengeCard, makeSolutionCard } from '../testing/challenge.ts';
import { isEditable, isListed, isLive, isModerated, isPublic, parentOf } from './status.ts';

const challenge = makeChallengeCard();
const solution = makeSolutionCard(challenge);

it('is public when its status is and it was published', () => {
  const seen = statusesOf('solution').filter((status) => !isPublic({ ...solution, status }));
  expect(seen).toEqual(['draft', 'pending', 'hidden']);
  expect(isPublic({ ...solution, publishedAt: null })).toBe(false);
});

it('is shown to moderators where it waits for them or was hidden', () => {
  expect(statusesOf('challenge').filter((status) => isModerated({ ...challenge, status }))).toEqual([
    'pending',
    'hidden',
  ]);
});

it('is listed while it is public, but not once it is withdrawn or merged', () => {
  const unlisted = statusesOf('solution').filter((status) => !isListed({ ...solution, status }));
  expect(unlisted).toEqual(['draft', 'pending', 'withdrawn', 'merged', 'hidden']);
});

it('takes part without an end, and before it, while its status lets it', () => {
  const now = new Date('2026-03-01T00:00:00Z');
  const ends = [null, '2026-03-01T00:00:00.001Z', '2026-03-01T00:00:00.000Z'];
  expect(ends.map((closesAt) => isLive({ ...solution, closesAt }, now))).toEqual([true, true, false]);
  expect(isLive({ ...solution, status: 'selected', closesAt: ends[1]! }, now)).toBe(false);
});

it('is edited by its makers as a draft, and while people take part', () => {
  const now = new Date('2026-03-01T00:00:00Z');
  const editable = statusesOf('solution').filter((status) => isEditable({ ...solution, status }, now));
  expect(editable).toEqual(['draft', 'submitted']);
  const ended = { ...solution, closesAt: '2026-03-01T00:00:00.000Z' };
  expect([isEditable(ended, now), isEditable({ ...ended, status: 'draft' }, now)]).toEqual([false, true]);
});

it('a solution answers its challenge, a challenge nothing', () => {
  expect(parentOf(solution)).toBe(challenge.id);
  expect(parentOf(challenge)).toBeNull();
});
