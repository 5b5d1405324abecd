/** Addresses of the list of challenges: filters in one order, and nothing that says what goes without saying. */
import type { ChallengeFilter } from '@hanoi/core/challenge/schema';
import type { Language } from '@hanoi/core/person/schema';
import { localPath } from '$lib/language/path';

export type ListFilter = Partial<Pick<ChallengeFilter, 'sort' | 'programme' | 'status' | 'kind' | 'tag'>> & {
  ward?: string;
};

const order = ['sort', 'programme', 'ward', 'status', 'kind', 'tag'] as const satisfies (keyof ListFilter)[];

/** The list in `language`, narrowed by `filter`; `more` is added as it is. */
export function listAddress(language: Language, filter: ListFilter = {}, more: Record<string, string> = {}): string {
  return localPath(language, `/challenges${listQuery(filter, more)}`);
}

/** The query part alone, empty or from the question mark on. */
export function listQuery(filter: ListFilter, more: Record<string, string> = {}): string {
  const query = new URLSearchParams();
  for (const name of order) {
    const value = filter[name];
    if (value && !(name === 'sort' && value === 'new')) query.set(name, value);
  }
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return query.size > 0 ? `?${query}` : '';
}
