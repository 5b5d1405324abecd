/** The Lambda `auth`: its share of the contracts' endpoints. */
import { features } from '../features.ts';
import { routerOf } from '../http/router.ts';

export const handler = routerOf('auth', features);
