/** Organisations as everybody sees them, over HTTP. */
import type { organisationContract } from '@hanoi/core/organisation/contract';
import { readOrganisation } from '@hanoi/core/organisation/service';
import type { HandlesOf } from '../http/handle.ts';

export const handles: HandlesOf<typeof organisationContract> = {
  readOrganisation: (ctx, { params }) => readOrganisation(ctx, params.id),
};
