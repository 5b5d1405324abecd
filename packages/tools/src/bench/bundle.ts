/** The API's Lambda as it is deployed: how much of its bundle is loaded, and how soon it is ready after its process starts. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleOptions } from '@hanoi/functions/bundle-options';
import { bytesOfApi } from '@hanoi/functions/bundle-size';
import { build } from 'esbuild';

export type BundleFigures = {
  /** What a cold start loads, and with the heaviest route. */
  startKb: number;
  heaviestKb: number;
  readyMs: number;
};

const tries = 9;

/** Bundles the API in a folder of its own and starts it a few times. */
export async function measureBundle(root: string): Promise<BundleFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'hanoi-bench-bundle-'));
  try {
    const { metafile } = await build({
      ...bundleOptions,
      absWorkingDir: root,
      entryPoints: ['functions/src/api/handler.ts'],
      outdir: folder,
      metafile: true,
    });
    const { start, heaviest } = bytesOfApi(metafile);
    const times = Array.from({ length: tries }, () => timeStart(folder)).sort((a, b) => a - b);
    return { startKb: start / 1000, heaviestKb: heaviest / 1000, readyMs: times[Math.floor(tries / 2)]! };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds from the start of the process until the handler could be called, compile cache warm after the first. */
function timeStart(folder: string): number {
  const script = join(folder, 'time.mjs');
  writeFileSync(
    script,
    "await import('@hanoi/local/bench/handler.mjs'); process.stdout.write(String(performance.now()));",
  );
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'cache'), TABLE_NAME: 'none' };
  const { stdout, stderr } = spawnSync(process.execPath, [script], { env, encoding: 'utf8' });
  if (!stdout) throw new Error(`The API's bundle does not start: ${stderr}`);
  return Number(stdout);
}
