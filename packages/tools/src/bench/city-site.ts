/** Sites with cities in them, ready to be loaded. */
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
      sites.push({ site, city, idle: site.memoryMb() });
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { sites, stop };
}
