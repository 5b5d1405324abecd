/** What moderators do where they meet it, without the queue: deleting a comment, closing a challenge. Each is a decision like all others. */
import { isMaker } from '../card/maker.ts';
import { requireCard } from '../card/service.ts';
import type { ChallengeCard } from '../challenge/schema.ts';
import { closeChallenge } from '../challenge/service.ts';
import { findComment } from '../comment/repo.ts';
import { deleteComment } from '../comment/service.ts';
import { assertUntil } from '../decision/rules.ts';
import type { Action, Decision } from '../decision/schema.ts';
import { matterOf, possibleActions } from '../decision/service.ts';
import { findContent } from '../report/repo.ts';
import { contentNotFound } from '../report/rules.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, hasRole, requirePerson } from '../shared/context.ts';
import type { ChallengeId, CommentId, ContentId, PersonId } from '../shared/ids.ts';
import { decide } from './decide.ts';
import { assertMayOpen, itemAbout } from './open.ts';
import { assertFactsTold } from './rules.ts';
import type { AccountDecision, NewModerationItem } from './schema.ts';

type Why = Pick<NewModerationItem, 'reason' | 'note'>;

/**
 * Deletes a comment of one's own. That of another a moderator hides, with a reason: it can be shown again, and its author can appeal.
 * @throws not_signed_in, comment_not_found, not_allowed, own_content, outside_scope, claimed_by_other
 */
export async function removeComment(ctx: Ctx, id: CommentId, why: Why): Promise<void> {
  const actor = requirePerson(ctx);
  const comment = await findComment(ctx, id);
  const isTheirs = !comment || comment.author?.id === actor.id;
  if (isTheirs || !hasRole(actor, 'moderator', 'administrator')) return deleteComment(ctx, id);
  if (comment.status === 'visible') await decideAtOnce(ctx, id, 'hide', why);
}

/**
 * Closes a challenge of one's own, or, as a moderator, that of others.
 * @throws challenge_not_found, not_allowed, challenge_not_closable, own_content, outside_scope, claimed_by_other
 */
export async function closeByHand(ctx: Ctx, id: ChallengeId, reason: string): Promise<void> {
  const card = await requireCard<ChallengeCard>(ctx, id, { consistent: true });
  if (isMaker(ctx.actor, card) || !hasRole(ctx.actor, 'moderator', 'administrator')) {
    await closeChallenge(ctx, id, reason);
    return;
  }
  try {
    await decideAtOnce(ctx, id, 'close', { reason: 'other', note: reason });
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'action_not_possible')) throw error;
    throw new AppError('challenge_not_closable', { cause: error });
  }
}

/**
 * Decides about the account of a person, whatever they wrote or not. For administrators, and never about their own.
 * @throws not_signed_in, not_allowed, person_not_found, own_content, action_not_possible, invalid_input, claimed_by_other
 */
export async function decideAboutAccount(ctx: Ctx, id: PersonId, decision: AccountDecision): Promise<Decision> {
  if (!hasRole(requirePerson(ctx), 'administrator')) throw new AppError('not_allowed');
  const { action, reason, note, until } = decision;
  assertFactsTold(decision);
  if (action === 'limit' || action === 'suspend') assertUntil(until, ctx.now());
  return decideAtOnce(ctx, id, action, { reason, note, ...(until && { until }) });
}

async function decideAtOnce(ctx: Ctx, id: ContentId, action: Action, why: Why & { until?: string }): Promise<Decision> {
  const content = await findContent(ctx, id);
  if (!content) throw contentNotFound(id);
  assertMayOpen(requirePerson(ctx), content);
  // Asked before an item is opened for it.
  const possible: Action[] = possibleActions(ctx, await matterOf(ctx, content));
  if (!possible.includes(action)) throw new AppError('action_not_possible');
  const { item } = await itemAbout(ctx, content, why);
  return decide(ctx, item.id, { ...why, action });
}
