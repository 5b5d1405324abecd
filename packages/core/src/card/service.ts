/** Reading a subject of any kind: whole, or its card. */
import type { Ctx } from '../shared/context.ts';
import { renderMarkdown } from '../shared/markdown.ts';
import { voteAndFollow } from '../viewer/repo.ts';
import { findCard, findWhole, subjectNotFound } from './repo.ts';
import { maySee, viewerOf } from './rules.ts';
import type { Card } from './schema.ts';

/**
 * A subject whole, with what the signed-in reader did with it: one BatchGet of two to four items.
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
