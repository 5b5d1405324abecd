import { expect, test } from 'vitest';
import { safeNext } from './next-path';

test.each(['/me', '/en/challenges?sort=new#top', '/challenges/chl_1?reply=cmt_1'])('%s is a path of ours', (next) => {
  expect(safeNext(next, '/')).toBe(next);
});

test.each([
  null,
  '',
  'me',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '/api/v1/auth/oidc/start',
  '/sign-in?next=/me',
  '/en/sign-in',
  `/${'x'.repeat(2_001)}`,
])('%j leads home', (next) => {
  expect(safeNext(next, '/')).toBe('/');
});
