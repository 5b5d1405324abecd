/** Use cases of support: cast and withdraw a vote, exactly once each however often it is asked. */

import { requireCard } from '../card/service.ts';
import { isLive } from '../card/status.ts';
import { getItem } from '../db/get.ts';
import { byPartition, shardCount, voteKey } from '../db/keys.ts';
import { putNew, transact } from '../db/transact.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, requirePerson } from '../shared/context.ts';
import { shardOf } from '../shared/hash.ts';
import type { SubjectId } from '../shared/ids.ts';
import { iso } from '../shared/time.ts';
import { countPart, sumTally } from '../tally/repo.ts';
import type { SupportState } from './schema.ts';

/** Thrown inside, and caught here: the vote is as it was asked to be already. */
class NothingToDo extends Error {}

/**
 * Supports a subject in the person's name. Voting again changes nothing.
 * @throws not_signed_in, its kind's `…_not_found`, voting_closed
 */
export async function castVote(ctx: Ctx, subject: SubjectId): Promise<SupportState> {
  await recordVote(ctx, subject);
  return { supported: true, support: (await sumTally(ctx, subject)).support };
}

/** Like `castVote`, for those who need no count: the demo seed and imports. */
export async function recordVote(ctx: Ctx, subject: SubjectId): Promise<void> {
  const person = requirePerson(ctx).id;
  const card = await requireCard(ctx, subject);
  if (!isLive(card, ctx.now())) throw new AppError('voting_closed');
  const at = ctx.now();
  const vote = {
    ...voteKey(subject, shardOf(person, shardCount), person),
    gsi1pk: byPartition(person, 'vote'),
    gsi1sk: `${iso(at)}#${subject}`,
    subject,
    createdAt: iso(at),
  };
  const count = { subject, person, counter: 'support', amount: 1, at, openUntil: card.closesAt } as const;
  await unlessDone(transact(ctx, [putNew(vote, () => new NothingToDo()), countPart(ctx, count, votingClosed)]));
}

/**
 * Withdraws the person's support while voting is open. Withdrawing what is not there changes nothing.
 * @throws not_signed_in, its kind's `…_not_found`, voting_closed
 */
export async function withdrawVote(ctx: Ctx, subject: SubjectId): Promise<SupportState> {
  const person = requirePerson(ctx).id;
  const card = await requireCard(ctx, subject);
  if (!isLive(card, ctx.now())) throw new AppError('voting_closed');
  const key = voteKey(subject, shardOf(person, shardCount), person);
  const vote = await getItem(ctx, key, { consistent: true });
  if (vote) {
    const at = new Date(String(vote.createdAt));
    const count = { subject, person, counter: 'support', amount: -1, at, openUntil: card.closesAt } as const;
    await unlessDone(transact(ctx, [removeVotePart(key, String(vote.createdAt)), countPart(ctx, count, votingClosed)]));
  }
  return { supported: false, support: (await sumTally(ctx, subject)).support };
}

/** Removes just the vote that was read: one cast anew in between is another vote, with another heat. */
function removeVotePart(key: { pk: string; sk: string }, createdAt: string) {
  return {
    write: {
      Delete: {
        TableName: '',
        Key: key,
        ConditionExpression: 'createdAt = :createdAt',
        ExpressionAttributeValues: { ':createdAt': createdAt },
      },
    },
    refused: () => new NothingToDo(),
  };
}

const votingClosed = () => new AppError('voting_closed');

async function unlessDone(write: Promise<void>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (!(error instanceof NothingToDo)) throw error;
  }
}
