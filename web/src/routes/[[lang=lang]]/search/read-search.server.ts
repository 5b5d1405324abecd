/** What the address of the search page asks for. */
import { longestQuestion, searchQueryFields } from '@hanoi/core/search/schema';
import type { RequestEvent } from '@sveltejs/kit';
import { onlyKnown } from '$lib/programme/known.server';
import { readFields, readWards } from '$lib/search/read-fields.server';
import { type Search, searchFilters } from '$lib/search/search-address';

const { q: _words, ward: _wards, ...fields } = searchQueryFields;

/** The words and filters, those there are. */
export async function readSearch(event: RequestEvent): Promise<Search> {
  const query = event.url.searchParams;
  const q = query.get('q')?.trim().slice(0, longestQuestion) || undefined;
  return onlyKnown(event, { ...readFields(fields, query), ward: readWards(query), q });
}

/** Whether anything is asked for. */
export function asksForSomething(search: Search): boolean {
  return [search.q, ...searchFilters.map((name) => search[name])].some((value) => value !== undefined);
}
