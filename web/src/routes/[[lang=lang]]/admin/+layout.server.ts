/** The pages of administrators are for those signed in; the API refuses all but administrators. */
import { requireSignIn } from '$lib/server/sign-in';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  const { person } = await event.parent();
  if (!person) requireSignIn(event);
  return { person };
};
