/** Needs nothing from the API and no script: it may be kept for a while. */
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = () => undefined;
