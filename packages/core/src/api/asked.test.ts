import { expect, test } from 'vitest';
import { languageAsked, wantsPage } from './asked.ts';

/** What browsers send when they go somewhere. */
const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';

test.each([
  ['/', accept, true],
  ['/en/challenges/new?/publish', accept, true],
  ['/media/upl_1.webp', accept, true],
  ['/api/v1/auth/oidc/callback?error=access_denied', accept, true],
  ['/api/v1/challenges', accept, false],
  ['/challenges', '*/*', false],
  ['/challenges', 'application/json', false],
  ['/challenges', undefined, false],
  ['/api/v1/auth/oidc/start', 'application/json', false],
])('%s asked with %s is told on a page: %s', (path, header, expected) => {
  expect(wantsPage({ path, accept: header })).toBe(expected);
});

test.each([
  ['/challenges', 'en', 'vi'],
  ['/en', 'vi', 'en'],
  ['/en?x=1', undefined, 'en'],
  ['/enough', 'en', 'vi'],
  ['/media/a.webp', 'en-GB,vi;q=0.5', 'en'],
  ['/api/v1/x', 'vi', 'vi'],
  ['/api/v1/x', undefined, 'vi'],
])('%s, preferring %s, is answered in %s', (path, acceptLanguage, expected) => {
  expect(languageAsked({ path, acceptLanguage })).toBe(expected);
});
