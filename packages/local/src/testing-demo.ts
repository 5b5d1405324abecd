/** A data folder with the demo in it, for tests that use the demo: in a run of all tests it is loaded once. */
import { existsSync } from 'node:fs';
import { cp, rename } from 'node:fs/promises';
import { startTestSite } from './testing-site.ts';

/**
 * Loads the demo into `dataDir`, an empty folder. Where `TEST_DEMO` names a folder, the demo is copied from there, or stored there for
 * those who come later, as it takes seconds of both cores.
 */
export async function loadDemo(dataDir: string): Promise<void> {
  const kept = process.env.TEST_DEMO;
  if (kept && existsSync(kept)) {
    await cp(kept, dataDir, { recursive: true });
    return;
  }
  const site = await startTestSite(dataDir, { SEED: 'demo' });
  await site.stop();
  if (!kept) return;
  // Whole or not at all.
  const draft = `${kept}.${process.pid}`;
  await cp(dataDir, draft, { recursive: true });
  await rename(draft, kept);
}
