/** Faults of the machine that deploys are reported before anything is deployed. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installNative } from './native.ts';
import { plannedLambdas } from './plan.ts';
import { assertBundled, nodeOf } from './prepare.ts';

let folder: string;
const { PATH } = process.env;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prepare-'));
});
afterEach(() => {
  process.env.PATH = PATH;
  rmSync(folder, { recursive: true });
});

function putNode(bin: string, version: string): string {
  mkdirSync(join(folder, bin), { recursive: true });
  const node = join(folder, bin, 'node');
  writeFileSync(node, `#!/bin/sh\necho ${version}\n`);
  chmodSync(node, 0o755);
  return node;
}

describe('Node', () => {
  it('that is too old is refused with its version', () => {
    putNode('path', 'v20.20.2');
    process.env.PATH = join(folder, 'path');
    expect(() => nodeOf(folder)).toThrow(/needs Node 24 or newer \(found: v20.20.2\s*, none\)/);
  });

  it('of the project is used where the shell’s is too old', () => {
    putNode('path', 'v20.20.2');
    const own = putNode('node_modules/.bin', 'v24.1.0');
    process.env.PATH = join(folder, 'path');
    expect(nodeOf(folder)).toBe(own);
  });
});

describe('bundles', () => {
  it('that are missing are named', () => {
    for (const { name } of plannedLambdas) {
      mkdirSync(join(folder, name));
      if (name !== 'upload') writeFileSync(join(folder, name, 'handler.mjs'), '');
    }
    expect(() => assertBundled(folder)).toThrow(/^Not bundled: upload\.$/);
    writeFileSync(join(folder, 'upload/handler.mjs'), '');
    expect(() => assertBundled(folder)).not.toThrow();
  });

  it('take no package with machine code that is not locked', () => {
    expect(() => installNative(folder, ['sharp', 'left-pad'])).toThrow(/Lock left-pad in infra\/native/);
  });
});
