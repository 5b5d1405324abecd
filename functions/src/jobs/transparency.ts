/** Job: counts what moderators decided in the latest months, so that no page has to. */
import { countMonths } from '@hanoi/core/transparency/service';
import { jobOf } from './context.ts';

export const handler = jobOf('transparency', async (ctx) => {
  const reports = await countMonths(ctx);
  return Object.fromEntries(reports.map(({ month, decisions }) => [month, decisions]));
});
