/** The mark of a table that holds the demo. It lies among the flags, which pages know anyway, so it costs them no read. */
import { findFlags } from '@hanoi/core/flag/repo';
import { setFlag } from '@hanoi/core/flag/service';
import { findAccount } from '@hanoi/core/identity/service';
import type { Ctx } from '@hanoi/core/shared/context';
import { demoIdentity } from './demo-people.ts';

/**
 * Marks a table in which the people of the demo are, so that every page says what it is. Run at each start, it finds demos
 * that were loaded before there was a mark. What an operator has set stays.
 */
export async function markDemo(ctx: Ctx): Promise<void> {
  const { set } = await findFlags(ctx, { consistent: true });
  if (set.demo === undefined && (await findAccount(ctx, demoIdentity(0)))) await setFlag(ctx, 'demo', true);
}
