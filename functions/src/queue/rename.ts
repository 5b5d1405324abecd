/** Worker: the name of a person → what they wrote, a thousand items a step. */
import { projectName } from '@hanoi/core/person/projection';
import { queueHandler } from './worker.ts';

export const handler = queueHandler('rename', async (ctx, { person, from }) => {
  const next = await projectName(ctx, person, from);
  return next && { person, from: next };
});
