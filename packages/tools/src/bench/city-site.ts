/** Sites with cities in them, ready to be loaded. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type BuiltSite, copyFolder, type Memory, startBuiltSite } from './built-site.ts';
import type { City } from './fill/city.ts';
import { findFilledFolder } from './fill/filled-folder.ts';

export type CitySite = { site: BuiltSite; city: City; idle: Memory };

/** Starts a site for each size on a copy of its filled folder. */
export async function startAll(root: string, sizes: readonly number[], say: (text: string) => void) {
  const sites: CitySite[] = [];
  const ends: (() => unknown)[] = [];
  const stop = async () => {
    for (const end of ends.reverse()) await end();
  };
  try {
    for (const size of sizes) {
      const { folder, city } = await findFilledFolder(root, size, say);
      const copy = copyFolder(folder);
      ends.push(copy.remove);
      const site = await startBuiltSite(root, copy.dataDir);
      ends.push(site.stop);
      say(`${size}: searchable ${(await indexed(site.origin)).toFixed(0)} s after the start`);
      sites.push({ site, city, idle: site.memoryMb() });
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { sites, stop };
}

/** Resolves when the search index holds the whole city, to the seconds that took. */
async function indexed(origin: string): Promise<number> {
  const began = performance.now();
  while ((await fetch(`${origin}/api/v1/challenges?status=open&limit=1`)).status !== 200) await sleep(500);
  return (performance.now() - began) / 1_000;
}
