/** Votes in the table. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { votePartition } from '../db/keys.ts';
import type { Ctx } from '../shared/context.ts';
import type { SubjectId } from '../shared/ids.ts';

/** How many votes a shard of a subject holds, counted one by one, read strongly. For recounts: it costs what there is. */
export async function countVotes(ctx: Ctx, subject: SubjectId, shard: number): Promise<number> {
  let count = 0;
  let from: Record<string, unknown> | undefined;
  do {
    const answer = await ctx.db.client.send(
      new QueryCommand({
        TableName: ctx.db.table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': votePartition(subject, shard) },
        Select: 'COUNT',
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    count += answer.Count ?? 0;
    from = answer.LastEvaluatedKey;
  } while (from);
  return count;
}
