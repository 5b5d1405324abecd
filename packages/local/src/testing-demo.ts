/** A data folder with the demo in it, for tests that use the demo: a run of all tests loads it once, while all is built. */
import { existsSync } from 'node:fs';
import { cp, rename } from 'node:fs/promises';
import { startTestSite } from './testing-site.ts';

/** Loads the demo into `dataDir`, an empty folder: as a copy of the folder `TEST_DEMO` where that is there. */
export async function loadDemo(dataDir: string): Promise<void> {
  const kept = process.env.TEST_DEMO;
  if (kept && existsSync(kept)) await cp(kept, dataDir, { recursive: true });
  else await makeDemo(dataDir);
}

/** From the sources, as it need not wait for the build then. */
async function makeDemo(dataDir: string): Promise<void> {
  const site = await startTestSite(dataDir, { SEED: 'demo' }, 'sources');
  await site.stop();
}

if (import.meta.main) {
  const folder = process.argv[2]!;
  // Whole or not at all: without it, tests load the demo themselves.
  await makeDemo(`${folder}.draft`);
  await rename(`${folder}.draft`, folder);
}
