/** The map of the wards: one question to the API, and names. */
import { languageOfPath } from '$lib/language/path';
import { shadedWards } from '$lib/map/shaded-wards.server';
import { sharedApiFor } from '$lib/server/api';
import { throwPage } from '$lib/server/problems';
import type { PageServerLoad } from './$types';

/** Links and pictures: no script is sent. */
export const csr = false;

export const load: PageServerLoad = async (event) => {
  const figures = await sharedApiFor(event)
    .figure.getFigures()
    .catch((thrown) => throwPage(event, thrown));
  // About challenges alone: each place leads to its list of challenges.
  const placed = Object.values(figures.byWard).reduce((sum, count) => sum + count, 0);
  return {
    ...shadedWards(figures.byWard, languageOfPath(event.url.pathname)),
    everywhere: Math.max(0, figures.challenges - placed),
    updatedAt: figures.updatedAt,
  };
};
