/** Use cases of dead letters: filing one, and what administrators do with it. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { actorName, auditPart } from '../audit/repo.ts';
import { transact } from '../db/transact.ts';
import { withWho } from '../person/repo.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, hasRole, requirePerson } from '../shared/context.ts';
import { faultOf } from '../shared/fault.ts';
import type { Page } from '../shared/page.ts';
import { after, iso, ttl } from '../shared/time.ts';
import { type LetterContent, type LetterSender, StillFailing } from './port.ts';
import * as repo from './repo.ts';
import { canRetry, type LetterId, letterIdOf, recordKept, type StoredLetter, shownLetter } from './rules.ts';
import type { DeadLetter, DeadLetterQuery, DeadLetterWithBody } from './schema.ts';

export type GivenUp = LetterContent & {
  /** By which it is known where it comes from: the same message is one letter, however often it is filed. */
  messageId: string;
  failedAt: Date;
  sentAt?: Date;
  tries?: number;
  /** What it failed with, where `noteFailure` kept nothing. */
  error?: unknown;
};

/** An item takes 400 KB, with all its fields. */
const largestRecord = 380_000;

/** Files work that was given up, once. For the system. @throws not_allowed */
export async function fileLetter(ctx: Ctx, given: GivenUp): Promise<LetterId> {
  if (ctx.actor.kind !== 'system') throw new AppError('not_allowed');
  const { source, messageId, failedAt, sentAt, tries, body } = given;
  const id = letterIdOf(given);
  const noted = await repo.findFailure(ctx, source, messageId);
  const fault = noted ?? (given.error === undefined ? undefined : faultOf(given.error));
  const record = given.record === undefined ? undefined : gzipSync(given.record);
  const isKept = record !== undefined && record.length <= largestRecord;
  const letter: StoredLetter = {
    ...{ id, source, messageId, body, failedAt: iso(failedAt) },
    ...(sentAt && { sentAt: iso(sentAt) }),
    ...(tries !== undefined && { tries }),
    ...(fault && { fault }),
    ...(isKept && { record, hasRecord: true, ttl: ttl(after(ctx.now(), recordKept)) }),
  };
  await repo.putLetter(ctx, letter);
  ctx.log.error('dead_letter_filed', { letter: id, source, messageId });
  return id;
}

/** Letters counted at most. */
const mostCounted = 100;

/** How many letters wait, to a hundred. For administrators and the system. @throws not_signed_in, not_allowed */
export async function openLetters(ctx: Ctx): Promise<number> {
  assertMay(ctx);
  return (await repo.listLetters(ctx, { state: 'open', limit: mostCounted })).items.length;
}

/** A page of dead letters, newest first. For administrators and operators. @throws not_signed_in, not_allowed, invalid_cursor */
export async function listDeadLetters(ctx: Ctx, query: DeadLetterQuery): Promise<Page<DeadLetter>> {
  assertMay(ctx);
  const { items, nextCursor } = await repo.listLetters(ctx, query);
  const names = await withWho(
    ctx,
    items.map(({ discarded }) => ({ by: discarded?.by ?? null })),
  );
  return { items: items.map((letter, index) => shownLetter(letter, names[index]!.who)), nextCursor };
}

/** A dead letter with what was asked for, in ids; never the record of the stream. For administrators. @throws not_signed_in, not_allowed, not_found */
export async function getDeadLetter(ctx: Ctx, id: LetterId): Promise<DeadLetterWithBody> {
  assertMay(ctx);
  const letter = await repo.findLetter(ctx, id);
  if (!letter) throw new AppError('not_found');
  const [named] = await withWho(ctx, [{ by: letter.discarded?.by ?? null }]);
  const { body, messageId } = letter;
  return { ...shownLetter(letter, named!.who), body, messageId };
}

/**
 * Sends a dead letter again; then it is gone. One person at a time does it. Cut off in between, it is sent and stays: work may be done
 * twice, and does no harm then. For administrators and operators.
 * @throws not_signed_in, not_allowed, not_found, letter_in_retry, letter_without_record, letter_fails_again, busy where it can't be sent
 */
export async function retryDeadLetter(ctx: Ctx, sender: LetterSender, id: LetterId): Promise<void> {
  assertMay(ctx);
  const letter = await repo.claimLetter(ctx, id);
  await send(sender, letter).catch(async (error: unknown) => {
    const failed = error instanceof StillFailing;
    const noted = failed && (await repo.findFailure(ctx, letter.source, letter.messageId));
    await repo.releaseLetter(ctx, letter, failed ? noted || faultOf(error.cause) : undefined);
    if (error instanceof AppError) throw error;
    throw new AppError(failed ? 'letter_fails_again' : 'busy', { cause: error });
  });
  const told = { subject: `letter:${id}`, facts: { source: letter.source } };
  await transact(ctx, [repo.removeSentPart(letter), auditPart(ctx, { action: 'dead_letter_retried', ...told })]);
}

async function send(sender: LetterSender, letter: StoredLetter): Promise<void> {
  if (!canRetry(letter)) throw new AppError('letter_without_record');
  const { source, body } = letter;
  const record = letter.record && gunzipSync(letter.record).toString();
  await sender.send({ source, body, ...(record !== undefined && { record }) });
}

/**
 * Discards a dead letter: its work is never done. It is kept for a year with the reason, without the record of the stream. For administrators.
 * @throws not_signed_in, not_allowed, not_found, letter_in_retry
 */
export async function discardDeadLetter(ctx: Ctx, id: LetterId, reason: string): Promise<DeadLetterWithBody> {
  assertMay(ctx);
  const letter = await repo.findLetter(ctx, id);
  if (!letter || letter.discarded) throw new AppError('not_found');
  const told = { subject: `letter:${id}`, facts: { source: letter.source } };
  await transact(ctx, [
    ...repo.discardParts(ctx, letter, { by: actorName(ctx), reason }),
    auditPart(ctx, { action: 'dead_letter_discarded', ...told }),
  ]);
  return getDeadLetter(ctx, id);
}

function assertMay(ctx: Ctx): void {
  if (ctx.actor.kind === 'system') return;
  if (!hasRole(requirePerson(ctx), 'administrator')) throw new AppError('not_allowed');
}
