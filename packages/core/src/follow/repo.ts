/** Follows in the table. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { followPartition } from '../db/keys.ts';
import type { Ctx } from '../shared/context.ts';
import type { SubjectId } from '../shared/ids.ts';

/** How many follow a subject, counted up to `most`; `isAtLeast` says that there are more. */
export async function countFollowers(
  ctx: Ctx,
  subject: SubjectId,
  most: number,
): Promise<{ count: number; isAtLeast: boolean }> {
  const answer = await ctx.db.client.send(
    new QueryCommand({
      TableName: ctx.db.table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': followPartition(subject) },
      Select: 'COUNT',
      Limit: most,
    }),
  );
  return { count: answer.Count ?? 0, isAtLeast: answer.LastEvaluatedKey !== undefined };
}
