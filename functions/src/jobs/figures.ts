/** Job: recounts the city's figures, so that no page has to. */
import { countFigures } from '@hanoi/core/figure/service';
import { kindPaths } from '@hanoi/core/subject/kinds';
import { indexHere } from '../search/index-here.ts';
import { jobOf } from './context.ts';

export const handler = jobOf('figures', async (ctx) => {
  const figures = await countFigures(ctx, indexHere());
  return Object.fromEntries(kindPaths.map((path) => [path, figures[path]]));
});
