/** Vitest global setup: the bundles as they are deployed, outside of the project, so that nothing of it helps them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {} from '@hanoi/testing/api';
import type { TestProject } from 'vitest/node';
import { bundleLambdas } from '../bundle.ts';
import { copyNative } from './copy-native.ts';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'lambdas-'));
  for (const bundle of await bundleLambdas(folder)) for (const name of bundle.native) copyNative(bundle.folder, name);
  project.provide('lambdaBundles', folder);
  return () => rm(folder, { recursive: true });
}
