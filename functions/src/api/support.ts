/** Support over HTTP. */
import { supportContract } from '@hanoi/core/support/contract';
import { supportSubject, unsupportSubject } from '@hanoi/core/support/service';
import { type HandlesOf, handlesOfKinds } from '../http/handle.ts';

export const handles: HandlesOf<typeof supportContract> = {
  ...handlesOfKinds(supportContract, 'support*', (ctx, { params }, { requestContext }) =>
    supportSubject(ctx, params.id, requestContext.http.sourceIp),
  ),
  ...handlesOfKinds(supportContract, 'unsupport*', (ctx, { params }) => unsupportSubject(ctx, params.id)),
};
