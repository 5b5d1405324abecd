/** Moving one vote from a subject to another, with its counts: it stays the same vote, of the same time. */
import type { Came, Card } from '../card/schema.ts';
import { byPartition, type Item, voteKey } from '../db/keys.ts';
import { type Part, putNew, StaleRead } from '../db/transact.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import type { PersonId, SubjectId } from '../shared/ids.ts';
import { removeVotePart, type StoredVote } from '../support/repo.ts';
import { countPart } from '../tally/repo.ts';

/** A vote that may have come by merges, the first of them first. One that moderators set aside (`quarantined`) does not move. */
export type MovedVote = Item & StoredVote & { subject: SubjectId; cameBy?: readonly Came[] };

const changed = () => new StaleRead();

/** The parts that take a vote away from where it is; refused with `StaleRead` when its person has changed it since it was read. */
export function takeVoteParts(ctx: Ctx, vote: MovedVote): Part[] {
  const person = vote.sk as PersonId;
  return [removeVotePart(vote.subject, person, vote, changed), counted(ctx, vote, vote.subject, -1)];
}

/** The parts that put a vote on what people may vote for. @throws voting_closed, when they are written after its end */
export function giveVoteParts(ctx: Ctx, vote: MovedVote, to: Card, cameBy: readonly Came[]): Part[] {
  return [puttingPart(vote, to.id, cameBy), counted(ctx, vote, to.id, 1, to.closesAt)];
}

/** As `giveVoteParts`, back to where it was: also where nobody votes any more. */
export function giveBackParts(ctx: Ctx, vote: MovedVote, to: SubjectId, cameBy: readonly Came[]): Part[] {
  return [puttingPart(vote, to, cameBy), counted(ctx, vote, to, 1)];
}

/** What else is known of it, such as the network it came from, is of where it was given. */
function puttingPart({ sk, createdAt }: MovedVote, subject: SubjectId, cameBy: readonly Came[]): Part {
  const person = sk as PersonId;
  const mine = { gsi1pk: byPartition(person, 'vote'), gsi1sk: `${createdAt}#${subject}` };
  return putNew({ ...voteKey(subject, person), ...mine, subject, createdAt, cameBy }, changed);
}

function counted(ctx: Ctx, vote: MovedVote, subject: SubjectId, amount: 1 | -1, openUntil?: string | null): Part {
  const count = {
    subject,
    person: vote.sk as PersonId,
    counter: 'support',
    amount,
    at: new Date(vote.createdAt),
  } as const;
  return countPart(ctx, { ...count, openUntil }, () => new AppError('voting_closed'));
}
