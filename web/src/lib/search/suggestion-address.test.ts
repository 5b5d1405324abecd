import { expect, test } from 'vitest';
import { suggestionAddress } from './suggestion-address';

test('what has a page leads to it, in the language of the reader; a tag or a ward to what has it', () => {
  const challenge = { kind: 'challenge', text: 'Ngập', path: '/challenges/chl_1', value: null } as const;
  expect(suggestionAddress(challenge, 'en')).toBe('/en/challenges/chl_1');
  const organisation = {
    kind: 'organisation',
    text: 'Sở',
    path: '/search?organisation=org_1',
    value: 'org_1',
  } as const;
  expect(suggestionAddress(organisation, 'vi')).toBe('/tim-kiem?organisation=org_1');
  const tag = { kind: 'tag', text: 'r&d', path: null, value: 'r&d' } as const;
  expect(suggestionAddress(tag, 'vi')).toBe('/tim-kiem?tag=r%26d');
});
