/** Worker: a subject → what its answers take from it, a page of them a step; and an answer that was just submitted. */
import { projectAnswer, projectParent } from '@hanoi/core/card/answer-projection';
import { queueHandler } from './worker.ts';

export const handler = queueHandler('inherit', async (ctx, { subject, kind, cursor }) => {
  const isBeginning = kind === undefined && cursor === undefined;
  if (isBeginning) await projectAnswer(ctx, subject);
  const next = await projectParent(ctx, subject, { kind, cursor });
  return next && { subject, ...next };
});
