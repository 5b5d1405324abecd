/** How many of what was found each filter would leave. */
import type { SearchAnswer } from '@hanoi/core/search/schema';
import type { Candidate } from './candidates.ts';
import type { Filter } from './narrow.ts';

const names = ['kind', 'programme', 'ward', 'status', 'year'] as const;

const exactly = ['kind', 'programme', 'status', 'origin', 'organisation', 'year'] as const;

/** Tells whether a candidate passes the filter, but for the filter called `but`. Tags are not looked at. */
export function passing(filter: Filter, but?: string): (candidate: Candidate) => boolean {
  const wanted = exactly.filter((name) => name !== but && filter[name] !== undefined);
  const wards = but === 'ward' || !filter.ward?.length ? undefined : new Set(filter.ward);
  return (candidate) =>
    wanted.every((name) => candidate[name] === filter[name]) && (!wards || wards.has(candidate.ward ?? ''));
}

/** For each filter, the values that the candidates have, with all the other filters; the commonest first. */
export function facetsOf(candidates: readonly Candidate[], filter: Filter): SearchAnswer['facets'] {
  return Object.fromEntries(names.map((name) => [name, facetOf(candidates, filter, name)])) as SearchAnswer['facets'];
}

function facetOf(candidates: readonly Candidate[], filter: Filter, name: (typeof names)[number]) {
  const counts = new Map<string | number, number>();
  const passes = passing(filter, name);
  for (const candidate of candidates) {
    const value = candidate[name];
    if (value !== null && passes(candidate)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value: String(value), count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
