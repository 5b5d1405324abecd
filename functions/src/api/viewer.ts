/** What the reader did with a subject, over HTTP. */
import { viewerContract } from '@hanoi/core/viewer/contract';
import { getViewer } from '@hanoi/core/viewer/service';
import { type HandlesOf, handlesOfKinds } from '../http/handle.ts';

export const handles: HandlesOf<typeof viewerContract> = handlesOfKinds(viewerContract, '*Viewer', (ctx, { params }) =>
  getViewer(ctx, params.id),
);
