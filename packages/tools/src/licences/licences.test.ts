/** Nothing is used whose licence does not go with ours. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeLicences, isAllowed, licencesIn } from './licences.ts';

const root = resolve(import.meta.dirname, '../../../..');
const all = licencesIn(readFileSync(join(root, 'package-lock.json'), 'utf8'));

describe('the packages of the lock file', () => {
  it('may all be used', () => {
    expect(all.length).toBeGreaterThan(500);
    expect(all.filter((one) => !isAllowed(one)).map(({ name, licence }) => `${name}: ${licence}`)).toEqual([]);
  });

  it('are listed by licence, what runs first', () => {
    const list = describeLicences(all);
    expect(list).toMatch(/^What runs \(\d+ packages\)/);
    expect(list.indexOf('  sharp ')).toBeLessThan(list.indexOf('What developers use'));
    expect(list.indexOf('  vitest ')).toBeGreaterThan(list.indexOf('What developers use'));
  });
});

it.each([
  ['MIT', true, true],
  ['(MIT OR GPL-3.0-or-later)', true, true],
  ['(MIT AND Zlib)', true, true],
  ['LGPL-3.0-or-later', true, true],
  ['GPL-3.0-only', true, false],
  ['(MIT AND GPL-3.0-only)', true, false],
  ['AGPL-3.0-or-later', false, false],
  ['SSPL-1.0', true, false],
  ['BUSL-1.1', true, false],
  ['CC-BY-3.0', false, true],
  ['CC-BY-3.0', true, false],
  ['CC-BY-NC-4.0', false, false],
  ['UNLICENSED', true, false],
  ['SEE LICENSE IN LICENSE', true, false],
  ['none', true, false],
])('%s, part of what runs: %s, may be used: %s', (licence, runs, may) => {
  expect(isAllowed({ name: 'some', version: '1.0.0', licence, runs })).toBe(may);
});

it('a nested package and a link are told from the workspace', () => {
  const packages = {
    '': {},
    'packages/core': { version: '0.1.0' },
    'node_modules/@hanoi/core': { link: true },
    'node_modules/a/node_modules/@x/b': { version: '2.0.0', license: 'ISC', dev: true },
    'node_modules/c': { version: '1.0.0' },
  };
  expect(licencesIn(JSON.stringify({ packages }))).toEqual([
    { name: '@x/b', version: '2.0.0', licence: 'ISC', runs: false },
    { name: 'c', version: '1.0.0', licence: 'none', runs: true },
  ]);
});
