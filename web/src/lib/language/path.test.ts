import { expect, test } from 'vitest';
import { languageOfPath, localPath, pathWithoutLanguage } from './path';

test.each([
  ['/', '/', '/en'],
  ['/challenges?sort=top', '/challenges?sort=top', '/en/challenges?sort=top'],
  ['/search', '/tim-kiem', '/en/search'],
  ['/search?organisation=org_1', '/tim-kiem?organisation=org_1', '/en/search?organisation=org_1'],
  ['/code-of-conduct#4', '/quy-tac-ung-xu#4', '/en/code-of-conduct#4'],
  ['/transparency?month=2026-10', '/minh-bach-kiem-duyet?month=2026-10', '/en/transparency?month=2026-10'],
  ['/searching', '/searching', '/en/searching'],
])('%s has an address in each language, and is found again from both', (page, vi, en) => {
  expect(localPath('vi', page)).toBe(vi);
  expect(localPath('en', page)).toBe(en);
  expect([vi, en].map(languageOfPath)).toEqual(['vi', 'en']);
  expect([vi, en].map(pathWithoutLanguage)).toEqual([page, page]);
});
