/** Limits: how often something may be done in a window of time, counted in the table. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import { second, ttl } from '../shared/time.ts';
import { getItem } from './get.ts';
import { limitKey } from './keys.ts';

export type Limit = { name: string; times: number; windowMs: number };

/** Counts one use of `limit`. @throws too_many_requests with the seconds to wait */
export async function countUse(ctx: Ctx, limit: Limit): Promise<void> {
  const { used, retryAfter } = await addUse(ctx, limit);
  if (used > limit.times) throw tooMany(retryAfter);
}

/** Counts one use of `limit` and refuses nothing: how often it was used in this window, and the seconds to its end. */
export async function addUse(ctx: Ctx, limit: Limit): Promise<{ used: number; retryAfter: number }> {
  const { window, ends, retryAfter } = windowOf(ctx, limit);
  const answer = await ctx.db.client.send(
    new UpdateCommand({
      TableName: ctx.db.table,
      Key: limitKey(limit.name, window),
      UpdateExpression: 'ADD used :one SET #ttl = :ttl',
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: { ':one': 1, ':ttl': ttl(ends) },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  return { used: Number(answer.Attributes?.used), retryAfter };
}

/** Counts nothing. @throws too_many_requests when `limit` is used up in this window */
export async function assertUnused(ctx: Ctx, limit: Limit): Promise<void> {
  const { window, retryAfter } = windowOf(ctx, limit);
  const counter = await getItem(ctx, limitKey(limit.name, window), { consistent: true });
  if (Number(counter?.used ?? 0) >= limit.times) throw tooMany(retryAfter);
}

/** The refusal of somebody who may try again after so many seconds. */
export function tooMany(retryAfter: number): AppError {
  return new AppError('too_many_requests', { data: { retryAfter } });
}

function windowOf(ctx: Ctx, { windowMs }: Limit) {
  const now = ctx.now().getTime();
  const window = Math.floor(now / windowMs);
  const ends = new Date((window + 1) * windowMs);
  return { window: String(window), ends, retryAfter: Math.ceil((ends.getTime() - now) / second) };
}
