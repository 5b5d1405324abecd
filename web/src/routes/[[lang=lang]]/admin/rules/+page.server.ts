/** The versions of the list of content rules. */
import { apiFor } from '$lib/server/api';
import { throwPage } from '$lib/server/problems';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  await event.parent();
  try {
    return { versions: (await apiFor(event).rule.listRules()).items };
  } catch (thrown) {
    throwPage(event, thrown);
  }
};
