import { imageOf } from '@hanoi/core/card/image';
import type { ChallengeCard } from '@hanoi/core/challenge/schema';
import type { UploadId } from '@hanoi/core/shared/ids';
import { expect, test } from 'vitest';
import { challengeCardView } from './challenge-card.server';

const now = Date.parse('2026-03-01T00:00:00Z');
const card = {
  id: 'chl_01M81B4YWB45T0PFKS6JB7FPRH',
  kind: 'raised',
  status: 'open',
  title: 'Giếng khoan',
  summary: 'Nhiều nhà vẫn dùng giếng khoan.',
  programme: 'P5',
  images: [],
  ward: '10402',
  author: { id: 'per_01K5M8C0X4T6629551DDEG8T0A', name: 'Lê Thu Điệp' },
  organisation: null,
  createdAt: '2026-02-01T00:00:00Z',
  publishedAt: null,
  closesAt: '2026-03-04T12:00:00Z',
} as unknown as ChallengeCard;

test('names instead of codes, in the language of the page', () => {
  expect(challengeCardView(card, 'vi', now)).toMatchObject({ place: 'Xã Ứng Hoà', by: 'Lê Thu Điệp' });
  expect(challengeCardView({ ...card, ward: null }, 'en', now).place).toBeNull();
  expect(challengeCardView(card, 'en', now).place).toBe('Ung Hoa Commune');
});

test('a closing date is shown when it is near and still to come', () => {
  expect(challengeCardView(card, 'vi', now).closing).toEqual({ at: card.closesAt, days: 3 });
  const untold = [{ closesAt: '2026-02-28T00:00:00Z' }, { closesAt: '2026-06-01T00:00:00Z' }, { status: 'closed' }];
  for (const change of untold) {
    expect(challengeCardView({ ...card, ...change } as ChallengeCard, 'vi', now).closing).toBeNull();
  }
});

test('the cover is shown small, and there may be none', () => {
  const cover = imageOf({ id: 'upl_01JDB8N0P4X7K2M9QW5T3RZ6VA' as UploadId, width: 960, height: 720 });
  expect(challengeCardView(card, 'vi', now).cover).toBeNull();
  expect(challengeCardView({ ...card, images: [cover] }, 'vi', now).cover).toBe(cover.thumbnailUrl);
});
