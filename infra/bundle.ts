/**
 * Bundles every function into a folder of its own. Runs as a program, `node infra/bundle.ts FOLDER`, because the deployment
 * is evaluated by SST's own older bundler; what is deployed, measured and tested is made here alone.
 */
import { rm } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join, resolve } from 'node:path';
import { bundleOptions } from '@hanoi/functions/bundle-options';
import { build } from 'esbuild';
import { installNative } from './native.ts';
import { plannedLambdas } from './plan.ts';

const root = resolve(import.meta.dirname, '..');

export type Bundle = {
  name: string;
  folder: string;
  bytes: number;
  /** Paths of what went into it. */
  sources: string[];
  /** Native packages, which must lie beside it. */
  native: string[];
};

/** Builds `FOLDER/NAME/handler.mjs` for every planned function. Throws when one does not build. */
export async function bundleLambdas(folder: string): Promise<Bundle[]> {
  await rm(folder, { recursive: true, force: true });
  return Promise.all(plannedLambdas.map(({ name, entry }) => bundle(name, entry, join(folder, name))));
}

async function bundle(name: string, entry: string, folder: string): Promise<Bundle> {
  const { metafile } = await build({
    ...bundleOptions,
    absWorkingDir: root,
    entryPoints: { handler: entry },
    outdir: folder,
    metafile: true,
    logLevel: 'warning',
  });
  const outputs = Object.values(metafile.outputs);
  const outside = outputs.flatMap(({ imports }) => imports.filter(({ external }) => external).map(({ path }) => path));
  return {
    name,
    folder,
    bytes: outputs.reduce((sum, { bytes }) => sum + bytes, 0),
    sources: Object.keys(metafile.inputs),
    native: [...new Set(outside.filter((path) => !isBuiltin(path)))],
  };
}

if (import.meta.main) {
  const bundles = await bundleLambdas(resolve(process.argv[2] ?? join(root, '.sst/bundles')));
  for (const { folder, native } of bundles) if (native.length > 0) installNative(folder, native);
}
