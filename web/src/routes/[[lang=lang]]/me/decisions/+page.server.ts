/** What moderators decided about oneself, a page at a time. */
import { readMine } from '$lib/me/read-mine.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await event.parent();
  return readMine(event, (api, query) => api.moderation.listMyDecisions({ query }));
};
