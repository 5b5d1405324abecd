/** Job: counts the city anew, so that no page has to. */
import { countFigures } from '@hanoi/core/figure/service';
import { jobContext } from './context.ts';

export async function handler(): Promise<{ challenges: number; solutions: number }> {
  const { challenges, solutions } = await countFigures(jobContext('figures'));
  return { challenges, solutions };
}
