/** Cards and bodies of subjects in the table: reading them, and the parts that write them, but for a status: see move.ts. */
import { getItem, getItems } from '../db/get.ts';
import { bodyKey, cardKey, type Item, type Key } from '../db/keys.ts';
import { type Part, setPart } from '../db/transact.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import { kindOf, type SubjectId } from '../shared/ids.ts';
import { versionConflict } from '../shared/version.ts';
import type { Card } from './schema.ts';

/** The error for a subject that is not there, or not for this reader. */
export function subjectNotFound(id: SubjectId): AppError {
  return new AppError(`${kindOf(id)}_not_found`);
}

/** The card of a subject, or undefined. Writers read it strongly. */
export async function findCard<C extends Card = Card>(
  ctx: Ctx,
  id: C['id'],
  options: { consistent?: boolean } = {},
): Promise<C | undefined> {
  return (await getItem(ctx, cardKey(id), options)) as C | undefined;
}

/** The cards of `ids`, in their order; those that are gone are left out. */
export async function findCards<C extends Card = Card>(
  ctx: Ctx,
  ids: readonly C['id'][],
  options: { consistent?: boolean } = {},
): Promise<C[]> {
  const items = ids.length > 0 ? await getItems(ctx, ids.map(cardKey), options) : [];
  return items.filter((item) => item !== undefined) as unknown as C[];
}

/**
 * Card and body in one call; undefined when there is no such subject. Read strongly, at twice the cost, for those who may
 * just have changed it.
 */
export async function findWhole<C extends Card = Card>(ctx: Ctx, id: C['id'], extra: readonly Key[] = []) {
  const consistent = ctx.actor.kind !== 'anonymous';
  const [card, body, ...others] = await getItems(ctx, [cardKey(id), bodyKey(id), ...extra], { consistent });
  return card && body ? { card: card as unknown as C, body: body as Item & { body: string }, others } : undefined;
}

/** What an edit may set: anything but the status, which only a move changes. */
export type CardChange = Record<string, unknown> & { status?: never };

/** A part that changes a card, conditional on the version and the status it was read at. @throws version_conflict, when it is written */
export function changeCardPart(card: Card, change: CardChange): Part {
  return cardPart(card, change, (found) => versionConflict(found?.version));
}

/** As `changeCardPart`, for any field. Only edits and moves are made of it. */
export function cardPart(card: Card, change: Record<string, unknown>, refused: Part['refused']): Part {
  const condition = {
    expression: '#version = :version AND #status = :status',
    names: { '#version': 'version', '#status': 'status' },
    values: { ':version': card.version, ':status': card.status },
  };
  return setPart(cardKey(card.id), { ...change, version: card.version + 1 }, condition, refused);
}

/** A part that replaces the body. */
export function putBodyPart(id: SubjectId, body: Record<string, unknown>): Part {
  return { write: { Put: { TableName: '', Item: { ...bodyKey(id), ...body } } } };
}
