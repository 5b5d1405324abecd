/** Where addresses lead: a few pages have a Vietnamese name of their own. */
import type { Reroute } from '@sveltejs/kit';
import { routeOfNamed } from '$lib/language/path';

export const reroute: Reroute = ({ url }) => routeOfNamed(url.pathname);
