/** Dead letters in the table: the open ones, those that were discarded, and what work failed with until its letter is filed. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { getItem, getItems } from '../db/get.ts';
import { deadLettersPartition, discardedLetterKey, failureKey, type Item, openLetterKey } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { foundItem, type Part, putNew } from '../db/transact.ts';
import { putItem, putNewItem } from '../db/write.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import type { Fault } from '../shared/fault.ts';
import type { Page } from '../shared/page.ts';
import { after, iso, ttl } from '../shared/time.ts';
import { discardedKept, failureKept, type LetterId, longestRetry, type StoredLetter } from './rules.ts';
import type { DeadLetterQuery } from './schema.ts';

/** Keeps what the work on a message failed with, for the letter that it may become. */
export async function putFailure(ctx: Ctx, source: string, messageId: string, fault: Fault): Promise<void> {
  await putItem(ctx, { ...failureKey(source, messageId), fault, ttl: ttl(after(ctx.now(), failureKept)) });
}

export async function findFailure(ctx: Ctx, source: string, messageId: string): Promise<Fault | undefined> {
  return (await getItem(ctx, failureKey(source, messageId), { consistent: true }))?.fault as Fault | undefined;
}

/** Stores an open letter, unless it is there already. */
export async function putLetter(ctx: Ctx, letter: StoredLetter): Promise<void> {
  await putNewItem(ctx, { ...openLetterKey(letter.id), ...letter } as unknown as Item);
}

/** The letter, open or discarded. */
export async function findLetter(ctx: Ctx, id: LetterId): Promise<StoredLetter | undefined> {
  const found = await getItems(ctx, [openLetterKey(id), discardedLetterKey(id)], { consistent: true });
  return found.find((item) => item !== undefined) as StoredLetter | undefined;
}

/** What a list shows: neither bodies nor records. */
const listed = ['id', 'source', 'failedAt', 'sentAt', 'tries', 'fault', 'hasRecord', 'ttl', 'discarded'] as const;

/** A page of letters, newest first. @throws invalid_cursor */
export async function listLetters(ctx: Ctx, { state, limit, cursor }: DeadLetterQuery): Promise<Page<StoredLetter>> {
  const page = await queryPage(ctx, {
    list: `dead letters ${state}`,
    partition: deadLettersPartition,
    prefix: state === 'open' ? 'OPEN#' : 'DISCARDED#',
    order: 'descending',
    ...{ limit, cursor, fields: listed, consistent: true },
  });
  return page as unknown as Page<StoredLetter>;
}

const unclaimed = 'attribute_exists(pk) AND (attribute_not_exists(claimedUntil) OR claimedUntil <= :now)';

/** Claims an open letter, so that one person at a time sends it. @throws letter_in_retry, not_found */
export async function claimLetter(ctx: Ctx, id: LetterId): Promise<StoredLetter & { claimedUntil: string }> {
  const now = ctx.now();
  const command = new UpdateCommand({
    TableName: ctx.db.table,
    Key: openLetterKey(id),
    UpdateExpression: 'SET claimedUntil = :until',
    ConditionExpression: unclaimed,
    ExpressionAttributeValues: { ':now': iso(now), ':until': iso(after(now, longestRetry)) },
    ReturnValues: 'ALL_NEW',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  try {
    return (await ctx.db.client.send(command)).Attributes as StoredLetter & { claimedUntil: string };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    throw refusalOf(foundItem(error.Item));
  }
}

function refusalOf(found: Record<string, unknown> | undefined): AppError {
  return new AppError(found ? 'letter_in_retry' : 'not_found');
}

/** Gives a claimed letter back; with what it failed with, where it was tried. */
export async function releaseLetter(ctx: Ctx, { id, claimedUntil }: StoredLetter, fault?: Fault): Promise<void> {
  const command = new UpdateCommand({
    TableName: ctx.db.table,
    Key: openLetterKey(id),
    UpdateExpression: fault
      ? 'SET fault = :fault, tries = if_not_exists(tries, :none) + :one REMOVE claimedUntil'
      : 'REMOVE claimedUntil',
    ConditionExpression: 'claimedUntil = :claimed',
    ExpressionAttributeValues: { ':claimed': claimedUntil, ...(fault && { ':fault': fault, ':none': 0, ':one': 1 }) },
  });
  await ctx.db.client.send(command).catch((error: unknown) => {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    ctx.log.warn('letter_claim_over', { letter: id });
  });
}

/** The part that removes a letter which was claimed and sent. Refused with not_found where that took too long and another was faster. */
export function removeSentPart({ id, claimedUntil }: StoredLetter): Part {
  const condition = {
    ConditionExpression: 'claimedUntil = :mine',
    ExpressionAttributeValues: { ':mine': claimedUntil },
  };
  return {
    write: { Delete: { TableName: '', Key: openLetterKey(id), ...condition } },
    refused: () => new AppError('not_found'),
  };
}

/** The parts that move an open letter to the discarded ones, without its record. Refused with letter_in_retry or not_found. */
export function discardParts(
  ctx: Ctx,
  { record: _record, claimedUntil: _claim, ...letter }: StoredLetter,
  discarded: { by: string; reason: string },
): Part[] {
  const now = ctx.now();
  const condition = { ConditionExpression: unclaimed, ExpressionAttributeValues: { ':now': iso(now) } };
  const kept = { ...letter, discarded: { at: iso(now), ...discarded }, ttl: ttl(after(now, discardedKept)) };
  return [
    { write: { Delete: { TableName: '', Key: openLetterKey(letter.id), ...condition } }, refused: refusalOf },
    putNew({ ...kept, ...discardedLetterKey(letter.id) }, () => new AppError('not_found')),
  ];
}
