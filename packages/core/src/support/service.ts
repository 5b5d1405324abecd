/** Use cases of support: support a subject and withdraw support, once each however often it is requested. */

import { despiteEdits } from '../card/move.ts';
import { assertOpen, openAboveParts } from '../card/open.ts';
import { requireSeen, type Seen } from '../card/service.ts';
import { type Part, StaleRead, transact } from '../db/transact.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, requirePerson } from '../shared/context.ts';
import { kindOf, type SubjectId } from '../shared/ids.ts';
import { specOf } from '../subject/kinds.ts';
import { type Count, countPart, sumTally } from '../tally/repo.ts';
import { countSpread } from '../tally/service.ts';
import { isCast } from '../viewer/rules.ts';
import { markOf } from './mark.ts';
import { findVote, newVotePart, removeVotePart, withdrawnPart } from './repo.ts';
import type { SupportState } from './schema.ts';

/** Thrown and caught in this file: the vote is already as requested. */
class NothingToDo extends Error {}

/** Thrown and caught in this file: the vote is set aside, and was taken back since. */
class TakenBack extends Error {}

/** Thrown and caught in this file: the shard of the tally does not exist yet, or its end of voting has passed. */
class ShardNotOpen extends Error {}

/**
 * Supports a subject in the person's name. Supporting again changes nothing. `from` is the address of the request, of which only the mark
 * of its network is kept, for a time.
 * @throws not_signed_in, its kind's `…_not_found`, voting_closed
 */
export async function supportSubject(ctx: Ctx, subject: SubjectId, from?: string): Promise<SupportState> {
  requirePerson(ctx);
  const { count, vote } = newVote(ctx, subject, from && (await markOf(ctx, from)));
  await despiteEdits(() => unlessDone(ctx, subject, writeVote(ctx, count, vote)));
  return { supported: true, support: (await sumTally(ctx, subject)).support };
}

/**
 * Like `supportSubject`, for code that writes many votes and needs no count: the demo seed, the bench. It reads the card
 * first, so that no vote of a large batch is refused for being the first in its shard.
 */
export async function supportWithoutCount(ctx: Ctx, subject: SubjectId): Promise<void> {
  const { count, vote } = newVote(ctx, subject);
  const seen = await requireOpen(ctx, subject);
  await unlessDone(ctx, subject, writeByCard(ctx, count, vote, seen));
}

function newVote(ctx: Ctx, subject: SubjectId, network?: string): { count: Count; vote: Part } {
  const person = requirePerson(ctx).id;
  const at = ctx.now();
  const vote = newVotePart({ subject, person, at, network }, (found) =>
    found && !isCast(found) ? new TakenBack() : new NothingToDo(),
  );
  return { count: { subject, person, counter: 'support', amount: 1, at }, vote };
}

/**
 * Withdraws the person's support while voting is open. Without support it changes nothing. The vote itself is
 * read first: its time determines how much trend to subtract.
 * @throws not_signed_in, its kind's `…_not_found`, voting_closed
 */
export async function unsupportSubject(ctx: Ctx, subject: SubjectId): Promise<SupportState> {
  const person = requirePerson(ctx).id;
  await despiteEdits(async () => {
    const vote = await findVote(ctx, subject, person);
    if (!vote || vote.quarantined) await requireOpen(ctx, subject);
    if (!vote || !isCast(vote)) return;
    if (vote.quarantined) return transact(ctx, [withdrawnPart(subject, person, vote, true)]);
    const count = { subject, person, counter: 'support', amount: -1, at: new Date(vote.createdAt) } as const;
    const removal = removeVotePart(subject, person, vote, () => new NothingToDo());
    await unlessDone(ctx, subject, writeVote(ctx, count, removal));
  });
  return { supported: false, support: (await sumTally(ctx, subject)).support };
}

/** Casts a vote again that was taken back while it was set aside: it still is. @throws StaleRead when it no longer is */
async function castAgain(ctx: Ctx, subject: SubjectId): Promise<void> {
  await requireOpen(ctx, subject);
  const person = requirePerson(ctx).id;
  const vote = await findVote(ctx, subject, person);
  if (!vote?.quarantined) throw new StaleRead();
  if (vote.withdrawn) await transact(ctx, [withdrawnPart(subject, person, vote, false)]);
}

/**
 * Writes a vote with its count. For what answers nothing, neither the card nor the tally is read first: an open shard means
 * that voting is open. If the shard is not open, the card is read for the reason; if voting is open, this is the shard's
 * first vote and opens it. An answer is read with its parent, as the parent's end is its end at once.
 */
async function writeVote(ctx: Ctx, count: Count, vote: Part): Promise<void> {
  const { parent } = specOf(kindOf(count.subject));
  const seen = parent === null ? undefined : await requireOpen(ctx, count.subject);
  const above = openAboveParts(ctx, seen?.parent, 'voting_closed');
  try {
    await countSpread(ctx, count, [vote, ...above], () => new ShardNotOpen());
  } catch (error) {
    if (!(error instanceof ShardNotOpen)) throw error;
    await writeByCard(ctx, count, vote, await requireOpen(ctx, count.subject));
  }
}

/** Writes a vote in a shard that takes its end of voting from the card, if it has none yet. */
async function writeByCard(ctx: Ctx, count: Count, vote: Part, seen: Seen): Promise<void> {
  const { closesAt } = seen.card;
  const counted = countPart(ctx, { ...count, openUntil: closesAt }, () => new AppError('voting_closed'));
  await transact(ctx, [counted, vote, ...openAboveParts(ctx, seen.parent, 'voting_closed')]);
}

/** A subject that is open for votes, with what it answers, read strongly. @throws its kind's `…_not_found`, voting_closed */
async function requireOpen(ctx: Ctx, subject: SubjectId): Promise<Seen> {
  const seen = await requireSeen(ctx, subject, { consistent: true });
  assertOpen(ctx, seen.card, 'voting_closed');
  openAboveParts(ctx, seen.parent, 'voting_closed');
  return seen;
}

async function unlessDone(ctx: Ctx, subject: SubjectId, write: Promise<void>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (error instanceof TakenBack) return castAgain(ctx, subject);
    if (!(error instanceof NothingToDo)) throw error;
  }
}
