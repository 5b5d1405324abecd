/**
 * How much one person may do in an hour. The times are stored in one item; a place is reserved by one conditional update before
 * anything else is written, so that of requests sent at once no more pass than may.
 */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Paced } from '../api/limits.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, type PersonActor, requirePerson } from '../shared/context.ts';
import { after, hasCome, hour, second, ttl } from '../shared/time.ts';
import { specOf } from '../subject/kinds.ts';
import { paceKey } from './keys.ts';
import { foundItem } from './transact.ts';

/**
 * Actions an hour: far above what people do, far below what a program can. Drafts count, as they are stored too. Not many more
 * than 100, so that the item stays within 1 KB. A new name is written wherever the person is named.
 */
export function mostAnHour(paced: Paced): number {
  if (paced === 'comment') return 100;
  if (paced === 'report') return 60;
  if (paced === 'edit') return 120;
  return paced === 'account' ? 20 : specOf(paced).mostAnHour;
}

/** Somebody who is limited by a decision of moderators writes so many times less often. Their own account is not in question. */
const limitedShare = 10;

function mostOf({ limitedUntil }: PersonActor, paced: Paced, now: Date): number {
  const most = mostAnHour(paced);
  const isLimited = paced !== 'account' && limitedUntil !== undefined && !hasCome(limitedUntil, now);
  return isLimited ? Math.floor(most / limitedShare) : most;
}

/** Of those that find the hour full of old times at once, one takes them out and the others try again. */
const mostTries = 10;

/**
 * Takes one of the hour's places for the person. It stays taken when what follows is refused.
 * @throws not_signed_in, too_many_requests with the seconds to wait
 */
export async function takePace(ctx: Ctx, paced: Paced): Promise<void> {
  const most = mostOf(requirePerson(ctx), paced, ctx.now());
  let full = await takePlace(ctx, paced, most);
  for (let tries = 1; full; tries++) {
    const now = ctx.now().getTime();
    const recent = full.filter((time) => time > now - hour);
    // Also where nobody gets on: they send more at once than anybody could who thinks.
    // Of somebody limited since, more times may stand there than are free to them now.
    const free = recent.length < most ? now : recent.toSorted((one, other) => one - other).at(-most)! + hour;
    if (recent.length >= most || tries > mostTries)
      throw new AppError('too_many_requests', { data: { retryAfter: Math.max(1, Math.ceil((free - now) / second)) } });
    if (await replaceTimes(ctx, paced, full, [...recent, now])) return;
    full = await takePlace(ctx, paced, most);
  }
}

/** Adds the time where there is room; else answers the times that fill it, old ones among them. */
async function takePlace(ctx: Ctx, paced: Paced, most: number): Promise<number[] | undefined> {
  const found = await update(ctx, paced, {
    UpdateExpression: 'SET times = list_append(if_not_exists(times, :none), :now), #ttl = :ttl',
    ConditionExpression: 'attribute_not_exists(times) OR size(times) < :most',
    ExpressionAttributeValues: { ':none': [], ':now': [ctx.now().getTime()], ':most': most },
  });
  return found && (found.times as number[]);
}

/** Whether it set the times, which are still those that were read. */
async function replaceTimes(ctx: Ctx, paced: Paced, read: readonly number[], times: readonly number[]) {
  const found = await update(ctx, paced, {
    UpdateExpression: 'SET times = :times, #ttl = :ttl',
    ConditionExpression: 'times = :read',
    ExpressionAttributeValues: { ':times': times, ':read': read },
  });
  return found === undefined;
}

/** Sends the update; answers what is there where its condition fails. */
async function update(
  ctx: Ctx,
  paced: Paced,
  input: Pick<UpdateCommandInput, 'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeValues'>,
): Promise<Record<string, unknown> | undefined> {
  const expires = ttl(after(ctx.now(), hour));
  const command = new UpdateCommand({
    ...input,
    TableName: ctx.db.table,
    Key: paceKey(requirePerson(ctx).id, paced),
    ExpressionAttributeNames: { '#ttl': 'ttl' },
    ExpressionAttributeValues: { ...input.ExpressionAttributeValues, ':ttl': expires },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  try {
    await ctx.db.client.send(command);
    return undefined;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return foundItem(error.Item) ?? { times: [] };
  }
}
