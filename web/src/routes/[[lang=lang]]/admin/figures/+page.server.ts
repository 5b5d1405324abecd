/** Figures of the day: what came and what waits, beside days before; and how old the search is. */
import { ProblemError } from '@hanoi/core/api/client';
import type { RequestEvent } from '@sveltejs/kit';
import { dayRows } from '$lib/admin/day-rows';
import { languageOfPath } from '$lib/language/path';
import { apiFor } from '$lib/server/api';
import { throwPage } from '$lib/server/problems';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  await event.parent();
  try {
    const [{ items }, searchedUpTo] = await Promise.all([apiFor(event).daily.listDayFigures(), ageOfSearch(event)]);
    const now = new Date();
    const rows = dayRows(items, now, languageOfPath(event.url.pathname));
    return { ...rows, searchedUpTo };
  } catch (thrown) {
    throwPage(event, thrown);
  }
};

/** Up to when the search has seen every change; null where it does not answer, which no other figure waits for. */
async function ageOfSearch(event: RequestEvent): Promise<string | null> {
  try {
    const { asOf } = await apiFor(event).search.search({ query: { kind: 'organisation', limit: '1' } });
    return asOf;
  } catch (thrown) {
    if (thrown instanceof ProblemError) return null;
    throw thrown;
  }
}
