/**
 * Taking a challenge back in which nobody else took part. Others take part by supporting it, also where that is not counted, by commenting,
 * by answering, a draft of an answer too, by following it, and where theirs was merged into it. Afterwards it can only be closed: what others said and gave is theirs too.
 * Comments and solutions of one's own are taken back first.
 */
import { noMergeSince, takesMerges } from '../card/merges.ts';
import { assertMove, despiteEdits, EditedMeanwhile, moveParts } from '../card/move.ts';
import type { ModeratedFields } from '../card/schema.ts';
import { requireOwn } from '../card/service.ts';
import type { Challenge, ChallengeCard } from '../challenge/schema.ts';
import { getChallenge } from '../challenge/service.ts';
import { answersPartition, followKey } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { transact } from '../db/transact.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, requirePerson } from '../shared/context.ts';
import type { ChallengeId, PersonId } from '../shared/ids.ts';
import { iso } from '../shared/time.ts';
import { answerKindsOf } from '../subject/kinds.ts';
import { asReadPart, findVote, hasVotesOfOthers } from '../support/repo.ts';
import { votingOverAloneParts } from '../tally/repo.ts';
import { findAllOpen, itemDoneParts } from './repo.ts';

/**
 * Withdraws a challenge of one's own, open or waiting for review: only its makers see it any more. What waits for moderators about it is
 * done with it. Whoever votes, comments or answers at the same moment, and who merges something into it, comes first, and it is refused, or comes too late.
 * @throws not_signed_in, challenge_not_found, not_allowed, challenge_not_withdrawable, challenge_has_others, busy
 */
export async function withdrawChallenge(ctx: Ctx, id: ChallengeId): Promise<Challenge> {
  const person = requirePerson(ctx).id;
  await despiteEdits(async () => {
    const card = await requireOwn<ChallengeCard & ModeratedFields>(ctx, id);
    assertMove(ctx.actor, card, 'withdraw', 'challenge_not_withdrawable');
    const [own, hasOthers, hasMerges, items] = await Promise.all([
      findVote(ctx, id, person),
      isTakenPartIn(ctx, id, person),
      takesMerges(ctx, card),
      findAllOpen(ctx, id),
    ]);
    if (hasOthers || hasMerges) throw new AppError('challenge_has_others');
    const isCounted = own !== undefined && !own.quarantined;
    const refused = () => new AppError('challenge_has_others');
    const move = {
      facts: { title: card.title },
      refused: 'challenge_not_withdrawable',
      ending: votingOverAloneParts(id, { person, isCounted }, refused),
      also: noMergeSince(card),
    } as const;
    const done = items.flatMap((item) => itemDoneParts(item, 'acted', iso(ctx.now())));
    // Their own vote is among what is counted: it must not become somebody else's while this is written.
    const asRead = own?.quarantined ? [] : [asReadPart(id, person, own, () => new EditedMeanwhile())];
    await transact(ctx, [...asRead, ...moveParts(ctx, card, 'withdraw', move), ...done]);
  });
  return getChallenge(ctx, id);
}

/** Whether anybody else has voted, follows, or has begun an answer. What is being written at this moment the tally tells. */
async function isTakenPartIn(ctx: Ctx, id: ChallengeId, person: PersonId): Promise<boolean> {
  const follows = followKey(id, person).pk;
  const followers = { list: follows, partition: follows, limit: 2, order: 'ascending', consistent: true } as const;
  const [hasVotes, following, ...answers] = await Promise.all([
    hasVotesOfOthers(ctx, id, person),
    queryPage(ctx, { ...followers, fields: [] }),
    ...answerKindsOf('challenge').map((kind) => {
      const partition = answersPartition(id, kind);
      return queryPage(ctx, { list: partition, index: 'gsi2', partition, order: 'ascending', limit: 1, fields: [] });
    }),
  ]);
  const isFollowed = following.items.some(({ sk }) => sk !== person);
  return hasVotes || isFollowed || answers.some(({ items }) => items.length > 0);
}
