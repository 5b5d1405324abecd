/** A changed, new or removed source makes a build stale; a changed test does not. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fingerprint, isFresh, stamp } from './stamp.ts';

const root = mkdtempSync(join(tmpdir(), 'stamp-'));
afterAll(() => rmSync(root, { recursive: true }));

test('the fingerprint follows the sources', () => {
  mkdirSync(join(root, 'src'));
  const print = () => fingerprint(root, ['src/**/*']);
  const write = (name: string, text: string) => writeFileSync(join(root, 'src', name), text);
  write('a.ts', '1');
  const first = print();
  expect(isFresh(root, first)).toBe(false);
  stamp(root, first);
  expect(isFresh(root, print())).toBe(true);
  write('a.test.ts', 'test');
  expect(print()).toBe(first);
  write('b.ts', '1');
  expect(print()).not.toBe(first);
  rmSync(join(root, 'src/b.ts'));
  expect(print()).toBe(first);
  write('a.ts', '22');
  expect(isFresh(root, print())).toBe(false);
});
