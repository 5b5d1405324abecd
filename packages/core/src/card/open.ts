/**
 * What is over is over: the one rule for every write about a subject. Once its end has come, or it was closed, nobody
 * votes, comments, answers, or changes what was said, whether or not the job has closed it yet; what answers it is over at
 * the same instant. Only taking back stays: a comment of one's own is deleted, a solution withdrawn.
 */
import type { Part } from '../db/transact.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, requirePerson } from '../shared/context.ts';
import type { ErrorCode } from '../shared/errors.ts';
import { stillOpenPart, takesCommentsPart } from '../tally/repo.ts';
import type { Card, ModeratedFields } from './schema.ts';
import type { Seen } from './service.ts';
import { isLive } from './status.ts';

/** Before the end, as far as the card tells. @throws `over` */
export function assertOpen(ctx: Ctx, card: Pick<Card, 'id' | 'status' | 'closesAt'>, over: ErrorCode): void {
  if (!isLive(card, ctx.now())) throw new AppError(over);
}

/**
 * The parts that hold the end of `parent`, what a subject answers, while a write about the subject is on its way; none where
 * it answers nothing. The card was read strongly. The subject's own end is held by the write itself, on its tally or card.
 * @throws `over`, at once or when they are written
 */
export function openAboveParts(ctx: Ctx, parent: Card | undefined, over: ErrorCode): Part[] {
  if (!parent) return [];
  assertOpen(ctx, parent, over);
  return [stillOpenPart(ctx, parent.id, requirePerson(ctx).id, () => new AppError(over))];
}

/** That comments are written: moderators may have locked them. @throws comments_closed */
export function assertTakesComments(ctx: Ctx, card: Pick<Card, 'id' | 'status' | 'closesAt'> & ModeratedFields): void {
  assertOpen(ctx, card, 'comments_closed');
  if (card.locked) throw new AppError('comments_closed');
}

/** As `openAboveParts`, with the subject itself: for edits of comments, which change neither its tally nor its card. @throws comments_closed */
export function takesCommentsParts(ctx: Ctx, seen: Seen): Part[] {
  assertTakesComments(ctx, seen.card);
  const closed = () => new AppError('comments_closed');
  const own = takesCommentsPart(ctx, seen.card.id, requirePerson(ctx).id, closed);
  return [own, ...openAboveParts(ctx, seen.parent, 'comments_closed')];
}
