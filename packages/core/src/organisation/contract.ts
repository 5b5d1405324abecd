/** Organisations as everybody sees them, over HTTP. */
import type { Contract } from '../api/endpoint.ts';
import { idSchema } from '../shared/ids.ts';
import { z } from '../shared/zod.ts';
import { publicOrganisationSchema } from './schema.ts';

export const organisationContract = {
  readOrganisation: {
    method: 'GET',
    path: '/organisations/{id}',
    summary: 'An organisation: what it says about itself, whether it was verified, whether it is suspended',
    access: 'anyone',
    params: z.strictObject({ id: idSchema('organisation') }),
    status: 200,
    output: publicOrganisationSchema,
    errors: ['organisation_not_found'],
    sharedCacheSeconds: 10,
  },
} as const satisfies Contract;
