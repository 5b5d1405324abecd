/**
 * Projection: copies on answers what they inherit from their parent, and the parent's end of voting. It reads the current
 * parent and sets its values, guarded by the parent's version: late, repeated and reordered records change nothing. The
 * answer's own version does not change, so nobody's edit is refused because of it.
 */

import pMap from 'p-map';
import { answersPartition, cardKey } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { type Part, setPart, transact } from '../db/transact.ts';
import type { Ctx } from '../shared/context.ts';
import { kindOf, type SubjectId } from '../shared/ids.ts';
import type { Page } from '../shared/page.ts';
import { answerKindsOf, type SubjectKind, specOf, statusSpec } from '../subject/kinds.ts';
import { votingEndParts } from '../tally/repo.ts';
import { inheritedFrom } from './inherited.ts';
import { despiteEdits } from './move.ts';
import { changeBodyPart, findCard, findCards, findWhole, splitFields } from './repo.ts';
import type { Card } from './schema.ts';
import { hasListedStatus, parentOf } from './status.ts';

const pageSize = 100;
/** Answers written at a time; each writes up to nine items when the end of voting moves. */
const sideBySide = 4;

/** How far a projection has come in the answers to a subject; the beginning when empty. */
export type AnswersPlace = { kind?: SubjectKind; cursor?: string };

/**
 * Updates one page of the answers to a subject, from `place` on. The index may lack the newest answers; each of these is
 * also updated when it is submitted, see `projectAnswer`. Returns where to continue, or undefined at the end.
 */
export async function projectParent(
  ctx: Ctx,
  id: SubjectId,
  place: AnswersPlace = {},
): Promise<AnswersPlace | undefined> {
  const answering = answerKindsOf(kindOf(id)) as SubjectKind[];
  const { kind = answering[0], cursor } = place;
  const parent = kind && (await findParent(ctx, id));
  if (!parent) return undefined;
  const page = await listAnswers(ctx, id, kind, { limit: pageSize, cursor });
  const cards = await findCards(ctx, page.items, { consistent: true });
  await pMap(cards, (card) => inherit(ctx, parent, card), { concurrency: sideBySide });
  if (page.nextCursor) return { kind, cursor: page.nextCursor };
  const next = answering[answering.indexOf(kind) + 1];
  return next && { kind: next };
}

/** Updates one answer from its parent, if its kind has one: it may have been submitted while the parent was being edited. */
export async function projectAnswer(ctx: Ctx, id: SubjectId): Promise<void> {
  if (specOf(kindOf(id)).parent === null) return;
  const card = await findCard(ctx, id, { consistent: true });
  const parentId = card && parentOf(card);
  const parent = parentId && (await findParent(ctx, parentId));
  if (parent) await inherit(ctx, parent, card);
}

/** The parent with its pin. */
async function findParent(ctx: Ctx, id: SubjectId): Promise<Card | undefined> {
  return (await findWhole(ctx, id, { consistent: true }))?.card;
}

/** A page of the answers of one kind to a subject, drafts too, oldest first. */
export async function listAnswers(
  ctx: Ctx,
  id: SubjectId,
  kind: SubjectKind,
  query: { limit: number; cursor?: string },
): Promise<Page<SubjectId>> {
  const partition = answersPartition(id, kind);
  const list = { list: partition, index: 'gsi2', partition, order: 'ascending', fields: [] } as const;
  const page = await queryPage(ctx, { ...list, ...query });
  return { ...page, items: page.items.map((item) => item.gsi2sk as SubjectId) };
}

/** Thrown and caught in this file: the answer has a newer version of its parent already, or has left its status. */
class Superseded extends Error {}

/** Drafts inherit everything when they are submitted; withdrawn answers stay as they were. */
async function inherit(ctx: Ctx, parent: Card, card: Card): Promise<void> {
  if (!hasListedStatus(card) || followedVersion(card, parent) >= parent.version) return;
  // Where the status has ended voting, no date may open the shards again.
  const movesEnd = statusSpec(kindOf(card.id), card.status).live && card.closesAt !== parent.closesAt;
  const ends = () => (movesEnd ? votingEndParts(ctx, card.id, parent.closesAt) : []);
  try {
    const inherited = splitFields(inheritedFrom(parent));
    const hasMoved = placeVersionOf(card) !== placeVersionOf(parent);
    const moved = hasMoved ? [changeBodyPart(card.id, inherited.body)] : [];
    const parts = () => [inheritPart(parent, card, inherited.card), ...moved, ...ends()];
    await despiteEdits(() => transact(ctx, parts()));
  } catch (error) {
    if (!(error instanceof Superseded)) throw error;
  }
}

function inheritPart(parent: Card, card: Card, fields: Record<string, unknown>): Part {
  const condition = {
    expression: '#status = :status AND (attribute_not_exists(#followed) OR #followed < :version)',
    names: { '#status': 'status', '#followed': versionField(parent) },
    values: { ':status': card.status, ':version': parent.version },
  };
  return { ...setPart(cardKey(card.id), fields, condition, () => new Superseded()), changed: card.id };
}

/** The version of the place; the pin itself is in the bodies. */
function placeVersionOf(card: Card): number {
  return (card as Card & { placeVersion?: number }).placeVersion ?? 0;
}

const versionField = (parent: Card) => `${kindOf(parent.id)}Version` as const;

/** The version of the parent that the card follows. */
function followedVersion(card: Card, parent: Card): number {
  return (card as Card & Partial<Record<string, number>>)[versionField(parent)] ?? 0;
}
