/** Worker: a picture, or a subject with what answers it → pictures that everybody may see are served, all others withheld. */
import { imageSizes, uploadUrl } from '@hanoi/core/card/image';
import type { Ctx } from '@hanoi/core/shared/context';
import type { UploadId } from '@hanoi/core/shared/ids';
import { isServed, picturesBelow, picturesOf } from '@hanoi/core/upload/served';
import pMap from 'p-map';
import { getPorts } from '../ports-in-force.ts';
import { queueHandler } from './worker.ts';

/** Pictures looked at side by side. */
const width = 8;
/** How often what shows a picture may change while it is moved. */
const mostChanges = 5;

export const handler = queueHandler('pictures', async (ctx, message) => {
  if ('upload' in message) {
    await follow(ctx, [message.upload]);
    return undefined;
  }
  const { subject, kind, cursor } = message;
  if (kind === undefined && cursor === undefined) await follow(ctx, await picturesOf(ctx, [subject]));
  const { pictures, next } = await picturesBelow(ctx, subject, { kind, cursor });
  await follow(ctx, pictures);
  return next && { subject, ...next };
});

/**
 * Serves or withholds pictures. What shows them is read again afterwards: another run may have followed what was decided meanwhile, and
 * ended before this one moved the files.
 */
async function follow(ctx: Ctx, pictures: readonly UploadId[]): Promise<void> {
  const { files } = await getPorts();
  let left = await standing(ctx, pictures);
  for (let attempt = 1; left.length > 0; attempt++) {
    if (attempt > mostChanges) throw new Error('What shows a picture changes all the time.');
    await files.withhold(keysOf(left.filter(({ served }) => !served)));
    await files.serve(keysOf(left.filter(({ served }) => served)));
    const now = await standing(
      ctx,
      left.map(({ id }) => id),
    );
    left = now.filter(({ served }, index) => served !== left[index]!.served);
  }
}

type Standing = { id: UploadId; served: boolean };

function standing(ctx: Ctx, pictures: readonly UploadId[]): Promise<Standing[]> {
  return pMap(pictures, async (id) => ({ id, served: await isServed(ctx, id) }), { concurrency: width });
}

function keysOf(pictures: readonly Standing[]): string[] {
  return pictures.flatMap(({ id }) => imageSizes.map((size) => uploadUrl(id, size).slice(1)));
}
