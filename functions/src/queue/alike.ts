/** Worker: a challenge that has just been raised → an item for moderators, where one like it is open already. */
import { openDuplicate } from '@hanoi/core/moderation/duplicate';
import { getSearchIndex } from '../search/index-in-force.ts';
import { queueHandler } from './worker.ts';

export const handler = queueHandler('alike', async (ctx, { challenge }) => {
  await openDuplicate(ctx, await getSearchIndex(), challenge);
  return undefined;
});
