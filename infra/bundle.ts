/**
 * Bundles every function into a folder of its own. Runs as a program, `node infra/bundle.ts FOLDER`, because the deployment
 * is evaluated by SST's own older bundler; what is deployed, measured and tested is made here alone.
 */
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { bundleOptions } from '@hanoi/functions/bundle-options';
import { build } from 'esbuild';
import { plannedLambdas } from './plan.ts';

const root = resolve(import.meta.dirname, '..');

/**
 * Builds `FOLDER/NAME/handler.mjs` for every planned function. Returns the sources of each, by name. Throws when one
 * does not build.
 */
export async function bundleLambdas(folder: string): Promise<Map<string, string[]>> {
  await rm(folder, { recursive: true, force: true });
  const builds = plannedLambdas.map(async ({ name, entry }) => {
    const { metafile } = await build({
      ...bundleOptions,
      absWorkingDir: root,
      entryPoints: { handler: entry },
      outdir: join(folder, name),
      metafile: true,
      logLevel: 'warning',
    });
    return [name, Object.keys(metafile.inputs)] as const;
  });
  return new Map(await Promise.all(builds));
}

if (import.meta.main) await bundleLambdas(resolve(process.argv[2] ?? join(root, '.sst/bundles')));
