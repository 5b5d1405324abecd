/** Addresses of the search page. */
import type { Language } from '@hanoi/core/person/schema';
import type { FoundKind, SearchFilter } from '@hanoi/core/search/schema';
import { localPath } from '$lib/language/path';
import { filterQuery } from './filter-query';

/** What is searched for: words, filters or both. */
export type Search = {
  q?: string;
  kind?: FoundKind;
  ward?: string[];
  sort?: SearchFilter['sort'];
} & Partial<Pick<SearchFilter, 'status' | 'origin' | 'programme' | 'tag' | 'organisation' | 'year'>>;

/** The filters, in the order in which addresses name them. */
export const searchFilters = ['kind', 'status', 'origin', 'programme', 'ward', 'tag', 'organisation', 'year'] as const;
const order = ['q', ...searchFilters, 'sort'];

/** The search page in `language`; `more` is added as it is. */
export function searchAddress(language: Language, search: Search = {}, more: Record<string, string> = {}): string {
  return localPath(language, `/search${searchQuery(search, more)}`);
}

/** The query part alone, empty or from the question mark on. */
export function searchQuery(search: Search, more: Record<string, string> = {}): string {
  const sort = search.sort === 'relevance' ? undefined : search.sort;
  return filterQuery(order, { ...search, sort }, more);
}
