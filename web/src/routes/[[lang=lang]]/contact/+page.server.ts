/** Who runs the site stands in its settings. */
import { readOperator } from '$lib/server/operator';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = () => ({ operator: readOperator() ?? null });
