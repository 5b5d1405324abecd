/**
 * Projection: tallies → the counters on cards. It sets the current sums, guarded by the tally's revision: late, repeated and
 * reordered records change nothing.
 */
import { cardKey } from '../db/keys.ts';
import { setNewer } from '../db/set-newer.ts';
import type { Ctx } from '../shared/context.ts';
import { kindOf, type SubjectId } from '../shared/ids.ts';
import { countersOf } from '../subject/kinds.ts';
import { sumTallies, type Tally } from '../tally/repo.ts';

/**
 * Sets the counters on the cards of subjects (at most `subjectsTogether`) to the sums of their tallies. Revisions only
 * grow, so of two runs at once the one that saw more wins; applying a record twice changes nothing. `requestOf` gives the
 * request that caused each change, which is written on the card for the consumers that follow.
 */
export async function projectCounters(
  ctx: Ctx,
  subjects: readonly SubjectId[],
  requestOf: (subject: SubjectId) => string = () => ctx.requestId,
): Promise<void> {
  const sums = await sumTallies(ctx, subjects);
  await Promise.all(subjects.map((subject, index) => setCounters(ctx, subject, sums[index]!, requestOf(subject))));
}

async function setCounters(ctx: Ctx, subject: SubjectId, tally: Tally, requestId: string): Promise<void> {
  const counts = Object.fromEntries(countersOf(kindOf(subject)).map((counter) => [counter, tally[counter]]));
  await setNewer(ctx, {
    key: cardKey(subject),
    fields: { counts, trend: tally.trend },
    version: ['tallyRevision', tally.revision],
    // A draft has no counts, and no place in the index of changes.
    condition: { expression: 'attribute_type(publishedAt, :text)', values: { ':text': 'S' } },
    changed: subject,
    requestId,
  });
}
