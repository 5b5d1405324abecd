/** Vitest global setup: the pages and SST's components, made once before the files that use them run side by side. */
import { bundlePlatform } from './platform.ts';
import { buildWebForAws } from './web-build.ts';

export default async function setup(): Promise<void> {
  buildWebForAws();
  await bundlePlatform();
}
