/** What one supported that was merged, a page at a time, and where one's support is. */
import type { Actions } from '@sveltejs/kit';
import { readMine } from '$lib/me/read-mine.server';
import { moveSupportAction } from '$lib/merge/merge-actions.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await event.parent();
  return readMine(event, (api, query) => api.merge.listMyMerges({ query }));
};

export const actions = { moveSupport: moveSupportAction('#merges') } satisfies Actions;
