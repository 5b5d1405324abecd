/** What is installed, and so deployed, is what was locked: every package by the hash of its content. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

type Locked = { integrity?: string; link?: boolean; inBundle?: boolean; resolved?: string };

// npm forgets hashes when it installs over a folder of modules: take that away before adding a dependency.
it('every package of the lock has its hash, and names no registry', () => {
  const { packages } = JSON.parse(readFileSync(join(resolve(import.meta.dirname, '..'), 'package-lock.json'), 'utf8'));
  const fetched = Object.entries(packages as Record<string, Locked>).filter(
    ([path, { link, inBundle }]) => path.includes('node_modules/') && !link && !inBundle,
  );
  expect(fetched.length).toBeGreaterThan(500);
  expect(fetched.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
  expect(fetched.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([]);
});
