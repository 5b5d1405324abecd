/** The search index that the process has set. Apart from the index of the Lambda `search`, so that nothing that asks for this alone carries that one. */
import type { SearchIndex } from '@hanoi/core/search/port';

let chosen: SearchIndex | undefined;

/** Sets the index; called once, before any handler runs. */
export function useSearchIndex(index: SearchIndex): void {
  chosen = index;
}

/** The index that the process has set; undefined in a Lambda that does not open one. */
export function indexHere(): SearchIndex | undefined {
  return chosen;
}
