/** Cards and bodies of subjects in the table: reading them, and the parts that write bodies. Cards are written in move.ts. */
import { getItem, getItems } from '../db/get.ts';
import { bodyKey, cardKey, type Item, type Key } from '../db/keys.ts';
import { type Part, setPart } from '../db/transact.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import { kindOf, type SubjectId, type UploadId } from '../shared/ids.ts';
import type { Point } from '../ward/schema.ts';
import type { BodyText } from './body-text.ts';
import type { Image } from './image.ts';
import type { Stub } from './rules.ts';
import type { Card } from './schema.ts';
import { showingParts } from './showing.ts';
import { cardOf, coverFields, type StoredBody, type StoredCard, storedImage, wholeOf } from './stored.ts';

/** The error for a subject that does not exist, or that this reader may not see. A `stub` says that it was hidden. */
export function subjectNotFound(id: SubjectId, stub?: Stub): AppError {
  return new AppError(`${kindOf(id)}_not_found`, stub && { data: { hidden: stub } });
}

/** The card of a subject, or undefined. Writers read it strongly. */
export async function findCard<C extends Card = Card>(
  ctx: Ctx,
  id: C['id'],
  options: { consistent?: boolean } = {},
): Promise<C | undefined> {
  const item = await getItem(ctx, cardKey(id), options);
  return item && cardOf<C>(item);
}

/** The cards of `ids`, in their order; those that are gone are left out. */
export async function findCards<C extends Card = Card>(
  ctx: Ctx,
  ids: readonly C['id'][],
  options: { consistent?: boolean } = {},
): Promise<C[]> {
  const items = ids.length > 0 ? await getItems(ctx, ids.map(cardKey), options) : [];
  return items.filter((item) => item !== undefined).map((item) => cardOf<C>(item));
}

/** The cards of `ids` as they are stored; those that are gone are left out. Read strongly. */
export async function findStored(ctx: Ctx, ids: readonly SubjectId[]): Promise<(StoredCard & Item)[]> {
  const items = ids.length > 0 ? await getItems(ctx, ids.map(cardKey), { consistent: true }) : [];
  return items.filter((item) => item !== undefined) as unknown as (StoredCard & Item)[];
}

/**
 * A subject with the fields of its body, and the body, in one call; undefined when there is no such subject. Read strongly,
 * at twice the cost, for those who may just have changed it.
 */
export async function findWhole<C extends Card = Card>(
  ctx: Ctx,
  id: C['id'],
  { extra = [], consistent = ctx.actor.kind !== 'anonymous' }: { extra?: readonly Key[]; consistent?: boolean } = {},
) {
  const [item, found, ...others] = await getItems(ctx, [cardKey(id), bodyKey(id), ...extra], { consistent });
  if (!item || !found) return undefined;
  const body = found as Item & StoredBody;
  return { card: wholeOf<C>(item, body), body, others };
}

/** Fields of a body; a text comes with its HTML, as `textFields` makes them. */
type BodyChange = Partial<Omit<StoredBody, 'body' | 'html' | 'images'>> & (BodyText | { body?: never; html?: never });

/** A part that sets fields of the body. */
export function changeBodyPart(id: SubjectId, change: BodyChange): Part {
  return setPart(bodyKey(id), change, { expression: 'attribute_exists(pk)', values: {} });
}

/** The parts that set fields of the body, its pictures too; none without any. `card` has all pictures that there were. */
export function changeBodyParts(
  card: Pick<Card, 'id' | 'status'> & { images: readonly { id: UploadId }[] },
  change: BodyChange & Pick<StoredBody, 'images'>,
): Part[] {
  if (Object.keys(change).length === 0) return [];
  const { images } = change;
  return [
    changeBodyPart(card.id, change),
    ...(images ? showingParts(card, { before: card.images, after: images }) : []),
  ];
}

/** The fields of an edit, by item: pictures and pin go to the body, the cover to the card. */
export function splitFields<Fields extends { images?: readonly Image[]; point?: Point | null }>({
  images,
  point,
  ...card
}: Fields) {
  return {
    card: { ...card, ...(images && coverFields(images)) },
    body: { ...(images && { images: images.map(storedImage) }), ...(point !== undefined && { point }) },
  };
}
