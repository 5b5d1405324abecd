import type { Alike } from '@hanoi/core/search/schema';
import { expect, test } from 'vitest';
import { alikeView } from './alike-view';

const alike = {
  kind: 'challenge',
  id: 'chl_1',
  title: 'Ngập ở ngã tư',
  path: '/challenges/chl_1',
  status: 'open',
  support: 1234,
  reasons: ['words', 'place'],
  sharedWords: ['ngập', 'ngã tư', 'mưa', 'cống', 'thoát nước'],
} as unknown as Alike;

test('what is alike says why, and offers to support it', () => {
  expect(alikeView(alike, 'vi')).toMatchObject({
    facts: ['1.234 lượt ủng hộ', 'cùng từ: ngập, ngã tư, mưa, cống', 'cùng phường, xã'],
    act: { href: '/challenges/chl_1#support', words: 'Ủng hộ việc này' },
  });
  expect(alikeView(alike, 'en').act.href).toBe('/en/challenges/chl_1#support');
});

test('what takes no support any more is there to be read', () => {
  const closed = { ...alike, status: 'closed', support: 0, reasons: ['place'] } as Alike;
  expect(alikeView(closed, 'vi')).toMatchObject({
    facts: ['cùng phường, xã'],
    act: { href: '/challenges/chl_1', words: 'Xem thách thức này' },
  });
});
