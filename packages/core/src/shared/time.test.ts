/** Times are taken in any form, kept in one, and compared as instants. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { timeInputSchema } from './author.ts';
import { hasCome } from './time.ts';

it.each([
  ['2026-11-28T10:00:06Z', '2026-11-28T10:00:06.000Z'],
  ['2026-11-28T17:00:06+07:00', '2026-11-28T10:00:06.000Z'],
  ['2026-11-28T10:00:06.123456Z', '2026-11-28T10:00:06.123Z'],
])('%s is taken as %s', (given, taken) => {
  expect(timeInputSchema.parse(given)).toBe(taken);
});

it.each([
  '2026-11-28',
  '2026-11-28T10:00:06',
  '2026-11-28T10:00Z',
  '2026-02-30T10:00:00Z',
  '9999-12-31T23:59:59-14:00',
  '',
  '5',
])('%j is no time', (given) => expect(timeInputSchema.safeParse(given).success).toBe(false));

it.each([
  ['2026-11-28T10:00:06Z', '2026-11-28T10:00:05.999Z', false],
  ['2026-11-28T10:00:06Z', '2026-11-28T10:00:06.000Z', true],
  ['2026-11-28T10:00:06Z', '2026-11-28T10:00:06.900Z', true],
  ['2026-11-28T17:00:06+07:00', '2026-11-28T10:00:06.000Z', true],
])('%s has come at %s: %s', (time, now, come) => {
  expect(hasCome(time, new Date(now))).toBe(come);
});

it('no code compares times as texts', () => {
  const root = join(import.meta.dirname, '../../../..');
  const asText =
    /(?:(?<!=)[<>]=?\s*(?:iso\(|\S*toISOString\()|(?:iso\([^()]*(?:\(\))?\)|toISOString\(\))\s*[<>]=?\s|\w(?:At|Until)\b[^\n,;]*\.localeCompare\()/;
  const files = globSync(['packages/*/src/**/*.ts', 'functions/src/**/*.ts', 'web/src/**/*.{ts,svelte}'], {
    cwd: root,
  });
  expect(files.length).toBeGreaterThan(300);
  const found = files.filter((file) => asText.test(readFileSync(join(root, file), 'utf8')));
  expect(found).toEqual([]);
});
