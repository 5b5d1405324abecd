/** One's own pages are for those signed in. */
import { requireSignIn } from '$lib/server/sign-in';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  const { person } = await event.parent();
  if (!person) requireSignIn(event);
  return { person };
};
