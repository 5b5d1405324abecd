/** How long people wait for the site to be there: the first start, later ones, and a cold start beyond the engine's own. */

import { silentLog } from '@hanoi/engine/log';
import { build } from '@hanoi/local/build/build';
import { startSiteEngine } from '@hanoi/local/site-engine';
import { copyFolder, startBuiltSite } from './built-site.ts';

export type Starts = {
  /** Build and demo seed included, milliseconds. */
  firstMs: number;
  /** `npm start` once more. */
  againMs: number;
  /** The built server by itself, without its engine. */
  beyondEngineMs: number;
};

const tries = 5;

/** Measures on a demo site of its own. */
export async function measureStarts(root: string, say: (text: string) => void): Promise<Starts> {
  const { dataDir, remove } = copyFolder();
  try {
    const began = performance.now();
    await build({ force: true });
    const built = performance.now() - began;
    const start = async (script: string) => {
      const site = await startBuiltSite(root, dataDir, script);
      await site.stop();
      return site.firstListMs;
    };
    const seeded = await start('bin/start.mjs');
    const againMs = await start('bin/start.mjs');
    const beyond: number[] = [];
    for (let number = 0; number < tries; number++)
      beyond.push((await start('dist/main.js')) - (await timeEngine(dataDir)));
    const starts = {
      firstMs: built + seeded,
      againMs,
      beyondEngineMs: beyond.sort((a, b) => a - b)[Math.floor(tries / 2)]!,
    };
    say(`starts: ${JSON.stringify(starts)}`);
    return starts;
  } finally {
    remove();
  }
}

async function timeEngine(dataDir: string): Promise<number> {
  const began = performance.now();
  const engine = await startSiteEngine({ dataDir, log: silentLog });
  const took = performance.now() - began;
  await engine.stop();
  return took;
}
