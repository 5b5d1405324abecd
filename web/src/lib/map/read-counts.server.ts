/** How many challenges each ward has, of all or of those that filters leave. */
import type { Client } from '@hanoi/core/contracts';
import type { SearchAnswer } from '@hanoi/core/search/schema';
import type { ListFilter } from '$lib/challenge/list-address';

export type Counts = {
  byWard: Readonly<Record<string, number>>;
  /** All of them, with those of no ward. */
  total: number;
  /** Those of no ward: they concern the whole city. */
  everywhere: number;
  updatedAt: string | null;
  organisation: string | null;
};

/**
 * The counts. Without filters they are those of the home page, which need no search index.
 * @throws ProblemError
 */
export async function readCounts(api: Client, filter: ListFilter): Promise<Counts> {
  const isNarrowed = Object.values(filter).some((value) => value !== undefined);
  return isNarrowed ? countNarrowed(api, filter) : countAll(api);
}

async function countAll(api: Client): Promise<Counts> {
  const { byWard, challenges, updatedAt } = await api.figure.getFigures();
  const everywhere = Math.max(0, challenges - sumOf(byWard));
  return { byWard, total: challenges, everywhere, updatedAt, organisation: null };
}

async function countNarrowed(api: Client, filter: ListFilter): Promise<Counts> {
  return countsOf(await api.search.search({ query: searchFor(filter) }), filter);
}

/** The search that counts what `filter` leaves. What a challenge calls its kind is its origin there. */
export function searchFor({ kind: origin, sort: _, ...filter }: ListFilter) {
  return { ...filter, origin, kind: 'challenge' as const, sort: 'new' as const, limit: 1 };
}

/** The counts that a search by `filter` answered. */
export function countsOf(
  {
    facets,
    total,
    organisation,
  }: Pick<SearchAnswer, 'total' | 'organisation'> & { facets: Pick<SearchAnswer['facets'], 'ward'> },
  { ward }: ListFilter,
): Counts {
  // A facet counts what its own filter would leave out: only the wards that are asked for belong on this map.
  const counted = facets.ward.filter(({ value }) => !ward || ward.includes(value));
  const byWard = Object.fromEntries(counted.map(({ value, count }) => [value, count]));
  return {
    byWard,
    total,
    everywhere: ward ? 0 : Math.max(0, total - sumOf(byWard)),
    updatedAt: null,
    organisation: organisation?.name ?? null,
  };
}

function sumOf(byWard: Counts['byWard']): number {
  return Object.values(byWard).reduce((sum, count) => sum + count, 0);
}
