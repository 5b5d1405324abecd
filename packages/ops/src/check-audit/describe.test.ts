/** What the command says of the audit log, and how it is asked. */
import { expect, test } from 'vitest';
import { describe, readFrom } from './describe.ts';

test('from a day, or from the first', () => {
  expect(readFrom(undefined)).toBeUndefined();
  expect(readFrom('2026-12-01')).toBe('2026-12-01');
  for (const typed of ['', '1.12.2026', '2026-02-30']) expect(() => readFrom(typed)).toThrow('npm run check-audit');
});

test('each finding is a sentence, and the last seal can be noted', () => {
  const last = { day: '2026-12-01', number: 7, hash: 'abc', upTo: '' };
  expect(describe({ entries: 7, seals: 7, found: 0, findings: [], last })).toBe(
    '7 entries and 7 seals: nothing is wrong.\nThe last seal is 7 of 2026-12-01, abc.',
  );
  const findings = (['missing', 'changed', 'unsealed', 'seal'] as const).map((what) => ({
    what,
    day: '2026-12-01',
    id: '3',
  }));
  const lines = describe({ entries: 6, seals: 6, found: 9, findings }).split('\n');
  expect(lines).toHaveLength(6);
  expect(lines.at(0)).toBe('6 entries and 6 seals: 9 things are wrong.');
  expect(lines.at(1)).toBe('3 of 2026-12-01 was sealed, and is gone.');
  expect(lines.at(-1)).toBe('… and 5 more.');
});
