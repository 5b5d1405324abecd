/** What the address of the list or of the map asks for. */
import { challengeFilterFields } from '@hanoi/core/challenge/schema';
import type { ListFilter } from '$lib/challenge/list-address';
import { readFields, readWards } from '$lib/search/read-fields.server';

const { ward: _, ...fields } = challengeFilterFields;

export function readFilter(query: URLSearchParams): ListFilter {
  return { ...readFields(fields, query), ward: readWards(query) };
}
