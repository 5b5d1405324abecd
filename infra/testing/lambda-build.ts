/** The bundles of the functions as they are deployed, made once for the same sources, for all tests that look at them. */
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fingerprint } from '@hanoi/local/build/fingerprint';
import { keepBuild } from '@hanoi/local/build/kept-build';
import { type Bundle, bundleLambdas } from '../bundle.ts';

const root = resolve(import.meta.dirname, '../..');
const link = join(root, 'infra/.platform/bundles');
const list = 'bundles.json';

/** Builds them, unless that is done. Resolves to the folder, which is not to be written to, and what went into it. */
export async function buildLambdas(): Promise<{ folder: string; bundles: Bundle[] }> {
  const packages = 'packages/{core,engine,i18n,search}/src/**/*.ts';
  const print = fingerprint(root, [
    'package-lock.json',
    packages,
    'functions/src/**/*.ts',
    'infra/{bundle,native,plan}.ts',
    'infra/native/*',
  ]);
  mkdirSync(dirname(link), { recursive: true });
  await keepBuild(link, print, async (draft) => {
    // It empties the folder it is given.
    writeFileSync(join(draft, list), JSON.stringify(await bundleLambdas(join(draft, 'functions'))));
  });
  const kept = realpathSync(link);
  const folder = join(kept, 'functions');
  const bundles = JSON.parse(readFileSync(join(kept, list), 'utf8')) as Bundle[];
  return { folder, bundles: bundles.map((bundle) => ({ ...bundle, folder: join(folder, bundle.name) })) };
}

// Beside other builds, where all tests run.
if (import.meta.main) await buildLambdas();
