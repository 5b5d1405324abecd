/** What one has reported, a page at a time, and what came of it. */
import { readMine } from '$lib/me/read-mine.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await event.parent();
  return readMine(event, (api, query) => api.report.listMyReports({ query }));
};
