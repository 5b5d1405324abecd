/** The demo provider's secrets are generated once, and an existing file is never overwritten. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSecrets } from './secrets.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'secrets-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

it('are the same at every start', () => {
  const made = readSecrets(dataDir);
  expect(readSecrets(dataDir)).toEqual(made);
});

it('a damaged file is reported and not changed', () => {
  const file = join(dataDir, 'identity-provider.json');
  writeFileSync(file, '{"clientSecret":"abc');
  expect(() => readSecrets(dataDir)).toThrow('identity-provider.json is damaged');
  expect(readFileSync(file, 'utf8')).toBe('{"clientSecret":"abc');
});
