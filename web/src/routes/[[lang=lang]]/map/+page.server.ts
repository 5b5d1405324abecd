/** The map of the wards: one question to the API, and names. */
import { filterView } from '$lib/challenge/filter-view.server';
import { mapAddress } from '$lib/challenge/list-address';
import { readFilter } from '$lib/challenge/read-filter.server';
import { languageOfPath } from '$lib/language/path';
import { readCounts } from '$lib/map/read-counts.server';
import { shadedWards } from '$lib/map/shaded-wards.server';
import { sharedApiFor } from '$lib/server/api';
import { throwPage } from '$lib/server/problems';
import type { PageServerLoad } from './$types';

/** Links and pictures: no script is sent. */
export const csr = false;

export const load: PageServerLoad = async (event) => {
  const language = languageOfPath(event.url.pathname);
  const { sort: _, ...filter } = await readFilter(event);
  const filters = await filterView(event, filter, (narrowed) => mapAddress(language, narrowed));
  const counts = await readCounts(sharedApiFor(event), filter).catch((thrown) => throwPage(event, thrown));
  return { ...counts, ...shadedWards(counts.byWard, language), filters };
};
