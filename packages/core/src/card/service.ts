/** Reading a subject of any kind: with its body, or its card alone. */
import { AppError } from '../shared/app-error.ts';
import { type Ctx, requirePerson } from '../shared/context.ts';
import { renderMarkdown } from '../shared/markdown.ts';
import { voteAndFollow } from '../viewer/repo.ts';
import { isMaker } from './maker.ts';
import { findCard, findWhole, subjectNotFound } from './repo.ts';
import { maySee, viewerOf } from './rules.ts';
import type { Card } from './schema.ts';

/**
 * A subject with its body, and with what the signed-in reader did with it: one BatchGet of two to four items.
 * @throws its kind's `…_not_found`, also for what the reader may not see
 */
export async function getSubject<C extends Card>(ctx: Ctx, id: C['id']) {
  const person = ctx.actor.kind === 'person' ? ctx.actor.id : undefined;
  const whole = await findWhole<C>(ctx, id, { extra: person ? voteAndFollow(id, person) : [] });
  if (!whole || !maySee(ctx.actor, whole.card)) throw subjectNotFound(id);
  const { card, body, others } = whole;
  return {
    ...card,
    closeReason: body.closeReason ?? (card as { closeReason?: string }).closeReason,
    body: body.body,
    bodyHtml: renderMarkdown(body.body),
    viewer: viewerOf(ctx, card, others[0], others[1]),
  };
}

/**
 * The card of a subject the actor may see, read strongly when it is about to be changed.
 * @throws its kind's `…_not_found`
 */
export async function requireCard<C extends Card>(
  ctx: Ctx,
  id: C['id'],
  options: { consistent?: boolean } = {},
): Promise<C> {
  const card = await findCard<C>(ctx, id, options);
  if (!card || !maySee(ctx.actor, card)) throw subjectNotFound(id);
  return card;
}

/**
 * A subject of the actor's own with its body, read strongly as it is about to be changed.
 * @throws not_signed_in, its kind's `…_not_found`, not_allowed
 */
export async function requireOwn<C extends Card>(ctx: Ctx, id: C['id']): Promise<C> {
  requirePerson(ctx);
  const whole = await findWhole<C>(ctx, id, { consistent: true });
  if (!whole || !maySee(ctx.actor, whole.card)) throw subjectNotFound(id);
  if (!isMaker(ctx.actor, whole.card)) throw new AppError('not_allowed');
  return whole.card;
}
