/** Needs nothing from the API and no script. */
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = () => undefined;
