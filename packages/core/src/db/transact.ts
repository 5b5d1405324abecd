/**
 * Transactions composed from parts. A part is one conditional write and the error its refusal means; `transact` sends them
 * together, retries conflicts with bounded jitter, and turns a cancellation into the error of the first refused part.
 */

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import { changedKey, type Key } from './keys.ts';
import { type Condition, setInput } from './set-input.ts';

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** The item as it was when the condition failed; undefined when there was none. */
type Found = Record<string, unknown> | undefined;

export type Part = {
  write: TransactItem;
  /** The error that a failed condition of this part means. Without it, a failed condition is a bug of ours. */
  refused?: (found: Found) => Error;
  /** The id of the public item that this part writes: its key in the index of changes is set when it is sent. */
  changed?: string;
};

/** Thrown when the data that a transaction was built from has changed since it was read: read it again and build another. */
export class StaleRead extends Error {}

/** Conflicts are retried this often before the caller gets `busy`; delays in milliseconds. */
export const conflictRetries = { maxAttempts: 8, firstDelay: 10, longestDelay: 400 } as const;

/** How long to wait after an attempt (the first is 1): a random time up to a bound that doubles with each attempt. */
export function retryDelay(attempt: number, random: () => number = Math.random): number {
  return random() * Math.min(conflictRetries.longestDelay, conflictRetries.firstDelay * 2 ** attempt);
}

/**
 * Writes all parts or none, each item marked with the request that wrote it.
 * @throws what the first refused part's `refused` gives; `busy` when conflicts or throttling do not end.
 */
export async function transact(
  ctx: Ctx,
  parts: readonly Part[],
  { maxAttempts = conflictRetries.maxAttempts }: { maxAttempts?: number } = {},
): Promise<void> {
  // All attempts share one token: an attempt whose answer was lost may have succeeded before the next one had a conflict.
  // A stamped transaction contains the time of sending, so each attempt is a different write with a token of its own, and
  // recognises an earlier attempt by its stamp.
  const isStamped = parts.some(({ changed }) => changed);
  const token = randomUUID();
  const stamps = new Set<unknown>();
  for (let attempt = 1; ; attempt++) {
    const now = new Date();
    const TransactItems = parts.map((part) => readyToSend(ctx, stamped(ctx, part, now)));
    for (const { changed } of parts) if (changed) stamps.add(changedKey(changed, now).gsi3sk);
    const ClientRequestToken = isStamped ? randomUUID() : token;
    try {
      await ctx.db.client.send(new TransactWriteCommand({ TransactItems, ClientRequestToken }));
      return;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      if (isRepeat(error, attempt) && wroteBefore(ctx, error, stamps)) return;
      const refusal = refusalOf(error, parts);
      if (refusal) throw refusal;
      if (isEcho(error, attempt)) return;
      if (!isTransient(error)) throw error;
      if (attempt === maxAttempts) throw new AppError('busy', { cause: error });
      await sleep(retryDelay(attempt));
    }
  }
}

/** Whether another attempt was sent before the one that failed: by us, or by the SDK, which got no answer. */
function isRepeat(error: TransactionCanceledException, attempt: number): boolean {
  return attempt > 1 || (error.$metadata.attempts ?? 1) > 1;
}

/** Whether a condition failed because of an item that an earlier attempt of the same transaction wrote. */
function wroteBefore({ requestId }: Ctx, error: TransactionCanceledException, stamps: ReadonlySet<unknown>): boolean {
  const reasons = error.CancellationReasons ?? [];
  return reasons.some(({ Code, Item }) => {
    const found = Code === 'ConditionalCheckFailed' ? foundItem(Item) : undefined;
    return found !== undefined && found.requestId === requestId && stamps.has(found.gsi3sk);
  });
}

function refusalOf(error: TransactionCanceledException, parts: readonly Part[]): Error | undefined {
  const reasons = error.CancellationReasons ?? [];
  const index = reasons.findIndex((reason) => reason.Code === 'ConditionalCheckFailed');
  const refused = index < 0 ? undefined : parts[index]?.refused;
  return refused?.(foundItem(reasons[index]?.Item));
}

/**
 * Whether the transaction was refused by its own writes: an attempt whose answer was lost had succeeded, and the next one,
 * by the SDK or by us, found what it wrote. DynamoDB recognises attempts by their token for ten minutes; an engine that was
 * restarted does not. Parts that may be refused for another reason have `refused`; the others only put new items.
 */
function isEcho(error: TransactionCanceledException, attempt: number): boolean {
  const isRefused = error.CancellationReasons?.some((reason) => reason.Code === 'ConditionalCheckFailed');
  return isRefused === true && isRepeat(error, attempt);
}

/** The item in an error, which the document client leaves in DynamoDB's own notation. */
export function foundItem(item: Parameters<typeof unmarshall>[0] | undefined): Found {
  return item && unmarshall(item);
}

const transientReasons = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'];

function isTransient(error: TransactionCanceledException): boolean {
  const codes = (error.CancellationReasons ?? [])
    .map((reason) => reason.Code ?? 'None')
    .filter((code) => code !== 'None');
  return codes.length > 0 && codes.every((code) => transientReasons.includes(code));
}

/** The positions of the parts that conflicted or were throttled when a transaction gave up as `busy`; none for other errors. */
export function contendedParts(error: unknown): number[] {
  if (!(error instanceof AppError) || !(error.cause instanceof TransactionCanceledException)) return [];
  const reasons = error.cause.CancellationReasons ?? [];
  return reasons.flatMap(({ Code = 'None' }, position) => (transientReasons.includes(Code) ? [position] : []));
}

/**
 * The write with its marks: the request id, by which consumers of the stream know the origin of a change, and the key in the
 * index of changes.
 */
function stamped({ requestId }: Ctx, { write, changed }: Part, now: Date): TransactItem {
  const marks = { requestId, ...(changed && changedKey(changed, now)) };
  const { Put, Update } = write;
  if (Put) return { Put: { ...Put, Item: { ...Put.Item, ...marks } } };
  if (!Update) return write;
  const { UpdateExpression = '', ExpressionAttributeValues } = Update;
  const sets = Object.keys(marks).map((name) => `${name} = :${name}`);
  return {
    Update: {
      ...Update,
      // An expression can have only one SET clause.
      UpdateExpression: UpdateExpression.includes('SET ')
        ? UpdateExpression.replace('SET ', `SET ${sets.join(', ')}, `)
        : `${UpdateExpression} SET ${sets.join(', ')}`,
      ExpressionAttributeValues: {
        ...ExpressionAttributeValues,
        ...Object.fromEntries(Object.entries(marks).map(([name, value]) => [`:${name}`, value])),
      },
    },
  };
}

function readyToSend(ctx: Ctx, item: TransactItem): TransactItem {
  const [[kind, write]] = Object.entries(item) as [[string, object]];
  return {
    [kind]: { ReturnValuesOnConditionCheckFailure: 'ALL_OLD', ...write, TableName: ctx.db.table },
  } as TransactItem;
}

/** A part that puts `item`, refused when its key is taken. */
export function putNew(item: Record<string, unknown>, refused?: Part['refused']): Part {
  return { write: { Put: { TableName: '', Item: item, ConditionExpression: 'attribute_not_exists(pk)' } }, refused };
}

/** A part that sets `fields` of the item at `key`, if `condition` holds for it; without a condition, always. */
export function setPart(
  key: Key,
  fields: Record<string, unknown>,
  condition?: Condition,
  refused?: Part['refused'],
): Part {
  return { write: { Update: { TableName: '', ...setInput(key, fields, condition) } }, refused };
}
