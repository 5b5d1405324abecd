/** What is installed, and so deployed, is what was locked: every package by the hash of its content. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

type Locked = {
  version?: string;
  integrity?: string;
  optional?: boolean;
  link?: boolean;
  inBundle?: boolean;
  resolved?: string;
};

const root = resolve(import.meta.dirname, '..');
const packagesOf = (path: string) =>
  JSON.parse(readFileSync(join(root, path, 'package-lock.json'), 'utf8')).packages as Record<string, Locked>;
const fetchedOf = (packages: Record<string, Locked>) =>
  Object.entries(packages).filter(([path, { link, inBundle }]) => path.includes('node_modules/') && !link && !inBundle);

// npm forgets hashes when it installs over a folder of modules: take that away before adding a dependency.
it('every package of the lock has its hash, and names no registry', () => {
  const fetched = fetchedOf(packagesOf('.'));
  expect(fetched.length).toBeGreaterThan(500);
  expect(fetched.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
  expect(fetched.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([]);
});

it('what has machine code is locked for Lambda’s processor, in the version that was tested', () => {
  const [project, native] = [packagesOf('.'), packagesOf('infra/native')];
  const fetched = fetchedOf(native);
  expect(fetched.filter(([, { integrity, resolved }]) => !integrity?.startsWith('sha512-') || resolved)).toEqual([]);
  for (const name of ['@img/sharp-linux-arm64', '@img/sharp-libvips-linux-arm64'])
    expect(native[`node_modules/${name}`], name).toBeDefined();
  // Those for other processors aside, which no function is given.
  const tested = fetched.filter(([path, { optional }]) => project[path] && !optional);
  expect(tested.length).toBeGreaterThan(2);
  for (const [path, { version }] of tested) expect(version, path).toBe(project[path]!.version);
  expect(native['node_modules/sharp']!.integrity).toBe(project['node_modules/sharp']!.integrity);
});
