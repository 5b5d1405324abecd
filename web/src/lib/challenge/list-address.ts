/** Addresses of the list of challenges and of the map, narrowed by the same filters. */
import type { ChallengeFilter } from '@hanoi/core/challenge/schema';
import type { Language } from '@hanoi/core/person/schema';
import { localPath } from '$lib/language/path';
import { filterQuery } from '$lib/search/filter-query';

export type ListFilter = {
  ward?: string[];
} & Partial<Pick<ChallengeFilter, 'sort' | 'programme' | 'status' | 'kind' | 'tag' | 'organisation' | 'year'>>;

const order = ['sort', 'programme', 'ward', 'status', 'kind', 'tag', 'organisation', 'year'];

/** The list in `language`, narrowed by `filter`; `more` is added as it is. */
export function listAddress(language: Language, filter: ListFilter = {}, more: Record<string, string> = {}): string {
  return localPath(language, `/challenges${listQuery(filter, more)}`);
}

/** The map in `language`, of what `filter` leaves. */
export function mapAddress(language: Language, filter: ListFilter = {}): string {
  return localPath(language, `/map${listQuery({ ...filter, sort: undefined })}`);
}

/** The query part alone, empty or from the question mark on. */
export function listQuery(filter: ListFilter, more: Record<string, string> = {}): string {
  return filterQuery(order, { ...filter, sort: filter.sort === 'new' ? undefined : filter.sort }, more);
}
