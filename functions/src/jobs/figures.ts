/** Job: recounts the city's figures, so that no page has to. */
import { countFigures } from '@hanoi/core/figure/service';
import { jobOf } from './context.ts';

export const handler = jobOf('figures', async (ctx) => {
  const { challenges, solutions } = await countFigures(ctx);
  return { challenges, solutions };
});
