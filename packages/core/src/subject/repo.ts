/** Cards and bodies of subjects in the table: reading them, and the parts that write them. */

import type { ChallengeCard } from '../challenge/schema.ts';
import { getItem, getItems } from '../db/get.ts';
import { bodyKey, byPartition, cardKey, type Item } from '../db/keys.ts';
import { type Part, putNew, setPart } from '../db/transact.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import { isChallengeId, type SubjectId } from '../shared/ids.ts';
import type { SolutionCard } from '../solution/schema.ts';

export type Card = ChallengeCard | SolutionCard;

/** The error for a subject that is not there, or not for this reader. */
export function subjectNotFound(id: SubjectId): AppError {
  return new AppError(isChallengeId(id) ? 'challenge_not_found' : 'solution_not_found');
}

/** The card of a subject, or undefined. Writers read it strongly. */
export async function findCard(
  ctx: Ctx,
  id: SubjectId,
  options: { consistent?: boolean } = {},
): Promise<Card | undefined> {
  return (await getItem(ctx, cardKey(id), options)) as Card | undefined;
}

/** The cards of `ids`, in their order; those that are gone are left out. */
export async function findCards(
  ctx: Ctx,
  ids: readonly SubjectId[],
  options: { consistent?: boolean } = {},
): Promise<Card[]> {
  const items = ids.length > 0 ? await getItems(ctx, ids.map(cardKey), options) : [];
  return items.filter((item) => item !== undefined) as unknown as Card[];
}

/**
 * Card and body in one call; undefined when there is no such subject. Read strongly, at twice the cost, for those who may
 * just have changed it.
 */
export async function findWhole(ctx: Ctx, id: SubjectId, extra: readonly { pk: string; sk: string }[] = []) {
  const consistent = ctx.actor.kind !== 'anonymous';
  const [card, body, ...others] = await getItems(ctx, [cardKey(id), bodyKey(id), ...extra], { consistent });
  return card && body ? { card: card as unknown as Card, body: body as Item & { body: string }, others } : undefined;
}

/** Parts that store a new subject. */
export function newSubjectParts(card: Card, body: Record<string, unknown>): Part[] {
  const deed = isChallengeId(card.id) ? 'challenge' : 'solution';
  return [
    putNew({ ...cardKey(card.id), gsi1pk: byPartition(card.author.id, deed), gsi1sk: card.id, ...card }),
    putNew({ ...bodyKey(card.id), ...body }),
  ];
}

/** A part that changes a card, conditional on the version and the status it was read at. */
export function changeCardPart(card: Card, change: Record<string, unknown>, refused: Part['refused']): Part {
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
