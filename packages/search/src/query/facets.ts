/** How many of what was found each filter would leave. */
import type { SearchAnswer } from '@hanoi/core/search/schema';
import type { Candidate } from './candidates.ts';
import type { Filter } from './narrow.ts';

const names = ['kind', 'programme', 'ward', 'status', 'year'] as const;

/** Whether a candidate passes the filter, but for the filter called `but`. Tags are not looked at. */
export function passes(candidate: Candidate, filter: Filter, but?: string): boolean {
  for (const name of ['kind', 'programme', 'status', 'origin', 'organisation', 'year'] as const)
    if (name !== but && filter[name] !== undefined && candidate[name] !== filter[name]) return false;
  return but === 'ward' || !filter.ward?.length || (candidate.ward !== null && filter.ward.includes(candidate.ward));
}

/** For each filter, the values that the candidates have, with all the other filters; the commonest first. */
export function facetsOf(candidates: readonly Candidate[], filter: Filter): SearchAnswer['facets'] {
  return Object.fromEntries(names.map((name) => [name, facetOf(candidates, filter, name)])) as SearchAnswer['facets'];
}

function facetOf(candidates: readonly Candidate[], filter: Filter, name: (typeof names)[number]) {
  const counts = new Map<string, number>();
  for (const candidate of candidates) {
    const value = candidate[name];
    if (value === null || !passes(candidate, filter, name)) continue;
    counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
