/** Which search index the functions use: the one that the process they run in has set, else the one of the Lambda `search`. */
import type { SearchIndex } from '@hanoi/core/search/port';
import { indexHere, useSearchIndex } from './index-here.ts';

/** The index in force. */
export async function getSearchIndex(): Promise<SearchIndex> {
  const here = indexHere();
  if (here) return here;
  const { lambdaIndex } = await import('./lambda-index.ts');
  const index = lambdaIndex();
  useSearchIndex(index);
  return index;
}
