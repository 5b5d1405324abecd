/** Limits: how often something may be done in a window of time, counted in the table. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import { second, ttl } from '../shared/time.ts';
import { limitKey } from './keys.ts';

export type Limit = { name: string; times: number; windowMs: number };

/** Counts one use of `limit`. @throws too_many_requests with the seconds to wait */
export async function countUse(ctx: Ctx, limit: Limit): Promise<void> {
  const now = ctx.now().getTime();
  const window = Math.floor(now / limit.windowMs);
  const ends = new Date((window + 1) * limit.windowMs);
  const answer = await ctx.db.client.send(
    new UpdateCommand({
      TableName: ctx.db.table,
      Key: limitKey(limit.name, String(window)),
      UpdateExpression: 'ADD used :one SET #ttl = :ttl',
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: { ':one': 1, ':ttl': ttl(ends) },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  if (Number(answer.Attributes?.used) <= limit.times) return;
  throw new AppError('too_many_requests', { data: { retryAfter: Math.ceil((ends.getTime() - now) / second) } });
}
