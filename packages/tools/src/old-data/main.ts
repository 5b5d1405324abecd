/**
 * `npm run keep-data -- NAME`: keeps a data folder of this version under `packages/tools/fixtures/data-folders/NAME`,
 * with what the version answers on it. Later versions must answer the same (`old-data.test.ts`).
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { startTestSite } from '@hanoi/local/testing-site';
import { expectedFile, keptFolders, packFolder, unpackFolder } from './folder.ts';
import { questionsOf, type Recorded, record } from './record.ts';
import { fillWorld } from './world.ts';

const name = process.argv[2];
if (!name) throw new Error('Give the folder a name, such as 2027-01.');
const kept = join(keptFolders, name);
if (existsSync(kept)) throw new Error(`${kept} is there already; what was kept is never changed.`);

const scratch = mkdtempSync(join(tmpdir(), 'old-data-'));
try {
  const first = await fill(join(scratch, 'first'));
  packFolder(join(scratch, 'first'), kept);
  unpackFolder(kept, join(scratch, 'again'));
  const answered = await reopen(join(scratch, 'again'), first);
  writeFileSync(join(kept, expectedFile), `${JSON.stringify(answered, null, 1)}\n`);
  process.stdout.write(`Kept ${Object.keys(answered.cards).length} subjects in ${kept}.\n`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Fills a site, waits until its lists and counters follow, and stops. Resolves to what the site answered last. */
async function fill(dataDir: string): Promise<Recorded> {
  const site = await startTestSite(dataDir);
  try {
    await fillWorld(site);
    for (let before: Recorded | undefined, tries = 20; ; tries--) {
      await sleep(1_500);
      const now = await record(site, await questionsOf(site), new Date(0));
      if (isDeepStrictEqual(now, before)) return now;
      if (tries === 0) throw new Error('The site does not come to rest.');
      before = now;
    }
  } finally {
    await site.stop();
  }
}

/** Opens the kept folder once more with this version. Throws when it answers anything else than before it was kept. */
async function reopen(dataDir: string, first: Recorded): Promise<Recorded> {
  const site = await startTestSite(dataDir);
  try {
    const questions = [...Object.keys(first.lists), ...Object.keys(first.answers)];
    const again = await record(site, questions, new Date(0));
    if (!isDeepStrictEqual(again, first)) throw new Error('Packing changed what is answered.');
    return { ...again, at: new Date().toISOString() };
  } finally {
    await site.stop();
  }
}
