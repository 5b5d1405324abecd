/** Vitest global setup: the bundles as they are deployed, outside of the project, so that nothing of it helps them. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleOptions } from '@hanoi/functions/bundle-options';
import type {} from '@hanoi/functions/testing/api';
import { build } from 'esbuild';
import type { TestProject } from 'vitest/node';
import { buildLambdas } from '../testing/lambda-build.ts';
import { buildWebForAws } from '../testing/web-build.ts';
import { copyNative } from './copy-native.ts';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'lambdas-'));
  const built = await buildLambdas();
  await cp(built.folder, folder, { recursive: true });
  for (const { name, native } of built.bundles) for (const module of native) copyNative(join(folder, name), module);
  await bundleWeb(join(folder, 'web'));
  project.provide('lambdaBundles', folder);
  return () => rm(folder, { recursive: true });
}

/** The pages' function is bundled by SST as it deploys: its adapter's handler into one file, beside what is rendered beforehand. */
async function bundleWeb(folder: string): Promise<void> {
  const built = buildWebForAws();
  const entryPoints = { handler: join(built, 'server/lambda-handler/index.js') };
  await build({ ...bundleOptions, splitting: false, entryPoints, outdir: folder, logLevel: 'error' });
  await cp(join(built, 'prerendered'), join(folder, 'prerendered'), { recursive: true });
}
