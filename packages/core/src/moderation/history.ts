/** What is known of those whose reports wait: how much each counts. */
import type { Ctx } from '../shared/context.ts';
import type { PersonId } from '../shared/ids.ts';
import { findOutcomes } from '../trust/repo.ts';
import { weightOfReporter } from './rules.ts';

/** How much a report of this person counts, per cent, by what came of their latest ones. */
export async function weightOfReports(ctx: Ctx, reporter: PersonId): Promise<number> {
  return weightOfReporter(await findOutcomes(ctx, reporter));
}
