/** Reading a subject of any kind: with its body, or its card alone. */
import type { Item } from '../db/keys.ts';
import type { Part } from '../db/transact.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, requirePerson } from '../shared/context.ts';
import { voteAndFollow } from '../viewer/repo.ts';
import { htmlOf } from './body-text.ts';
import { imageOf } from './image.ts';
import { isMaker } from './maker.ts';
import { mergesAround } from './merges.ts';
import { findCard, findWhole, subjectNotFound } from './repo.ts';
import { maySee, stubOf, viewerOf } from './rules.ts';
import type { Card, ModeratedFields } from './schema.ts';
import { isPublic, parentOf } from './status.ts';
import { type StoredBody, wholeOf } from './stored.ts';

/**
 * A subject with its body, and with what the signed-in reader did with it: one BatchGet of two to four items.
 * @throws its kind's `…_not_found`, also for what the reader may not see
 */
export async function getSubject<C extends Card>(ctx: Ctx, id: C['id']) {
  const person = ctx.actor.kind === 'person' ? ctx.actor.id : undefined;
  const whole = await findWhole<C>(ctx, id, { extra: person ? voteAndFollow(id, person) : [] });
  const seen = await assertSeen(ctx, id, whole?.card);
  const { body, others } = whole!;
  const card = isOpenAbove(seen)
    ? seen.card
    : { ...seen.card, images: seen.card.images.map((one) => imageOf(one, id)) };
  return { ...answerOf(ctx, card, body, others), ...(await mergesAround(ctx, card)) };
}

/** Whether what a subject answers is there for everybody. The subject itself may not know yet. */
function isOpenAbove({ parent }: Seen): boolean {
  return !parent || isPublic(parent);
}

/**
 * A subject as its maker has just stored it with the parts of `newSubjectParts`: what `getSubject` answers, without reading it again.
 * Nobody can have voted for it or followed it before.
 */
export function justMade<C extends Card>(ctx: Ctx, parts: readonly Part[]) {
  const [item, body] = parts.map(({ write }) => write.Put?.Item) as [Item, Item & StoredBody];
  return answerOf(ctx, wholeOf<C>(item, body), body, []);
}

function answerOf<C extends Card>(ctx: Ctx, card: C, body: StoredBody, [vote, follow]: readonly (Item | undefined)[]) {
  return {
    ...card,
    // Null says that it was taken away.
    closeReason: body.closeReason === undefined ? (card as { closeReason?: string }).closeReason : body.closeReason,
    ...moderatedOf(card),
    body: body.body,
    bodyHtml: htmlOf(body),
    viewer: viewerOf(ctx, card, vote, follow),
  };
}

/** What moderators did with it, for those who see it all the same. */
function moderatedOf(card: Card) {
  const { hidden, locked, merged } = card as Card & ModeratedFields;
  return { hidden: hidden ?? undefined, locked: locked ?? undefined, merged: merged ?? undefined };
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
  return (await requireSeen<C>(ctx, id, options)).card;
}

/** A subject that the actor sees, and what it answers. */
export type Seen<C extends Card = Card> = { card: C; parent: Card | undefined };

/**
 * As `requireCard`, with the card of what it answers.
 * @throws its kind's `…_not_found`
 */
export async function requireSeen<C extends Card>(
  ctx: Ctx,
  id: C['id'],
  options: { consistent?: boolean } = {},
): Promise<Seen<C>> {
  return assertSeen(ctx, id, await findCard<C>(ctx, id, options), options);
}

async function assertSeen<C extends Card>(
  ctx: Ctx,
  id: C['id'],
  card: C | undefined,
  options: { consistent?: boolean } = {},
): Promise<Seen<C>> {
  const parentId = card && parentOf(card);
  const parent = parentId ? await findCard(ctx, parentId, options) : undefined;
  if (!card) throw subjectNotFound(id);
  if (!maySee(ctx.actor, card, parent)) throw subjectNotFound(id, stubOf(card, parent));
  return { card, parent };
}

/**
 * A subject of the actor's own, whole with its body, read strongly as it is about to be changed.
 * @throws not_signed_in, its kind's `…_not_found`, not_allowed
 */
export async function requireOwn<C extends Card>(ctx: Ctx, id: C['id']): Promise<C & { body: string }> {
  return (await requireOwnSeen<C>(ctx, id)).card;
}

/** As `requireOwn`, with the card of what it answers. */
export async function requireOwnSeen<C extends Card>(ctx: Ctx, id: C['id']): Promise<Seen<C & { body: string }>> {
  requirePerson(ctx);
  const whole = await findWhole<C>(ctx, id, { consistent: true });
  if (!whole) throw subjectNotFound(id);
  const seen = await assertSeen(ctx, id, whole.card, { consistent: true });
  if (!isMaker(ctx.actor, seen.card)) throw new AppError('not_allowed');
  return { ...seen, card: { ...seen.card, body: whole.body.body } };
}
