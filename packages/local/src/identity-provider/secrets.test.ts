/** The demo provider's secrets are made once, and never made over what is there. */
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

it('they are the same at every start', () => {
  const made = readSecrets(dataDir);
  expect(readSecrets(dataDir)).toEqual(made);
});

it('a damaged file is told, and left as it is', () => {
  const file = join(dataDir, 'identity-provider.json');
  writeFileSync(file, '{"clientSecret":"abc');
  expect(() => readSecrets(dataDir)).toThrow('identity-provider.json is damaged');
  expect(readFileSync(file, 'utf8')).toBe('{"clientSecret":"abc');
});
