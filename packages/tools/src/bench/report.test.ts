/** The bench writes its table where the marks are, and nowhere else. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeSection } from './report.ts';

const folder = mkdtempSync(join(tmpdir(), 'report-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a table replaces the one before and leaves the prose', () => {
  const file = join(folder, 'performance.md');
  writeFileSync(file, 'before\n<!-- speed -->\nold\n<!-- /speed -->\nbetween\n<!-- growth -->\n<!-- /growth -->\n');
  writeSection(file, 'speed', '| new |');
  writeSection(file, 'growth', '| grown |');
  expect(readFileSync(file, 'utf8')).toBe(
    'before\n<!-- speed -->\n| new |\n<!-- /speed -->\nbetween\n<!-- growth -->\n| grown |\n<!-- /growth -->\n',
  );
});

test('a file without the marks is left alone', () => {
  const file = join(folder, 'other.md');
  writeFileSync(file, 'nothing here');
  expect(() => writeSection(file, 'speed', '| new |')).toThrow('no section');
  expect(readFileSync(file, 'utf8')).toBe('nothing here');
});
