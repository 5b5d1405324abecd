/** Which search index the functions use: the one that the process they run in has set, else the one of the Lambda `search`. */
import type { SearchIndex } from '@hanoi/core/search/port';

let chosen: SearchIndex | undefined;

/** Sets the index; called once, before any handler runs. */
export function useSearchIndex(index: SearchIndex): void {
  chosen = index;
}

/** The index that the process has set; undefined in a Lambda. */
export function indexHere(): SearchIndex | undefined {
  return chosen;
}

/** The index in force. */
export async function getSearchIndex(): Promise<SearchIndex> {
  if (chosen) return chosen;
  const { lambdaIndex } = await import('./lambda-index.ts');
  chosen = lambdaIndex();
  return chosen;
}
