/** What the address of the list or of the map asks for. */
import { challengeFilterFields } from '@hanoi/core/challenge/schema';
import type { RequestEvent } from '@sveltejs/kit';
import type { ListFilter } from '$lib/challenge/list-address';
import { onlyKnown } from '$lib/programme/known.server';
import { readFields, readWards } from '$lib/search/read-fields.server';

const { ward: _, ...fields } = challengeFilterFields;

export async function readFilter(event: RequestEvent): Promise<ListFilter> {
  const query = event.url.searchParams;
  return onlyKnown(event, { ...readFields(fields, query), ward: readWards(query) });
}
