/** Where a data folder keeps the search index: it can be made anew from the table at any time. */
import { join } from 'node:path';

/** The folder of the index, below the data folder. */
export const searchFolder = 'search';

/** The file of the index. */
export function searchFile(dataDir: string): string {
  return join(dataDir, searchFolder, 'index.sqlite');
}
