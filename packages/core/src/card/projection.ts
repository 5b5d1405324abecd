/**
 * Projection: tallies → the counters on cards. It sets the current sums, guarded by the tally's revision: late, repeated and
 * reordered records change nothing.
 */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { cardKey, changedKey } from '../db/keys.ts';
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
  const set = {
    counts,
    trend: tally.trend,
    tallyRevision: tally.revision,
    requestId,
    ...changedKey(subject, new Date()),
  };
  const names = Object.keys(set);
  try {
    await ctx.db.client.send(
      new UpdateCommand({
        TableName: ctx.db.table,
        Key: cardKey(subject),
        UpdateExpression: `SET ${names.map((name) => `${name} = :${name}`).join(', ')}`,
        // A draft has no counts, and no place among the changes of what is public.
        ConditionExpression:
          'attribute_type(publishedAt, :text) AND (attribute_not_exists(tallyRevision) OR tallyRevision < :tallyRevision)',
        ExpressionAttributeValues: {
          ':text': 'S',
          ...Object.fromEntries(Object.entries(set).map(([name, value]) => [`:${name}`, value])),
        },
      }),
    );
  } catch (error) {
    // Somebody set a newer sum already, or the subject is gone: nothing left to do.
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
