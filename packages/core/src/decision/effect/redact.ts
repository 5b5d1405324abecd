/** `redact`: passages and pictures are taken out of content. They are kept in an item of their own, to be put back. */

import { moderatedAboveParts } from '../../card/answer.ts';
import { textFields } from '../../card/body-text.ts';
import { imageLimit, type StoredImage } from '../../card/image.ts';
import { alterCardPart, EditedMeanwhile } from '../../card/move.ts';
import { changeBodyParts } from '../../card/repo.ts';
import type { StoredBody } from '../../card/stored.ts';
import { changeCommentPart } from '../../comment/repo.ts';
import type { Part } from '../../db/transact.ts';
import { editedPart, moderators } from '../../event/repo.ts';
import type { EditEvent } from '../../event/schema.ts';
import { AppError } from '../../shared/app-error.ts';
import type { Ctx } from '../../shared/context.ts';
import { type DecisionId, kindOf } from '../../shared/ids.ts';
import type { Gaps, Matter, TextField } from '../content.ts';
import { canBeTakenOut, ownersIn, putBack, takeOut } from '../redaction.ts';
import { findKept, type Kept, keptPart } from '../repo.ts';
import { type Effect, nothingToUndo } from './effect.ts';

type Texts = Partial<Record<TextField, string>>;

export const redact: Effect = {
  isPossible: ({ content: { card, comment } }) =>
    comment ? comment.status !== 'deleted' : card.publishedAt !== null || card.status === 'pending',
  async parts(ctx, matter, { decision, passages = [], pictures = [] }) {
    const wanted = passages.map((passage) => passage.normalize('NFC'));
    const texts = takenFrom(matter, wanted, decision);
    const images = matter.body?.images ?? [];
    const removed = images.flatMap((image, index) => (pictures.includes(image.id) ? [{ index, image }] : []));
    if (wanted.length + pictures.length === 0 || removed.length < new Set(pictures).size)
      throw new AppError('passage_missing');
    const kept: Kept = { texts: texts.taken, ...(removed.length > 0 && { pictures: removed }) };
    const remaining = removed.length > 0 ? images.filter(({ id }) => !pictures.includes(id)) : undefined;
    return {
      parts: [...(await writtenParts(ctx, matter, { ...texts, images: remaining })), keptPart(ctx, decision, kept)],
    };
  },
  async undo(ctx, matter, { id }) {
    const kept = await findKept(ctx, id);
    // What its author deleted is not brought back.
    if (!kept || matter.content.comment?.status === 'deleted') return nothingToUndo;
    const texts = backIn(matter, kept, id);
    const images = picturesBack(matter.body?.images ?? [], kept.pictures ?? []);
    const complete = texts.complete && images.complete;
    const written = { ...texts, images: kept.pictures && images.images };
    return { parts: await writtenParts(ctx, matter, written), complete };
  },
};

/** The texts of content, by their fields. */
function textsOf({ content: { card, comment }, body }: Matter): Texts {
  return comment ? { body: comment.body } : { title: card.title, summary: card.summary, body: body?.body ?? '' };
}

function gapsOf({ content: { comment }, body }: Matter): NonNullable<Gaps['gaps']> {
  return (comment as Gaps | undefined)?.gaps ?? body?.gaps ?? {};
}

type Changed = { texts: Texts; gaps: NonNullable<Gaps['gaps']> };

/** The texts without the passages. @throws passage_missing when one does not stand in any of them */
function takenFrom(
  matter: Matter,
  passages: readonly string[],
  decision: DecisionId,
): Changed & { taken: Kept['texts'] } {
  const texts = textsOf(matter);
  const isFound = (passage: string) => Object.values(texts).some((text) => text.includes(passage));
  if (!passages.every((passage) => canBeTakenOut(passage) && isFound(passage))) throw new AppError('passage_missing');
  const result = { texts: {} as Texts, taken: {} as Kept['texts'], gaps: { ...gapsOf(matter) } };
  for (const [field, text] of entriesOf(texts)) {
    const owners = ownersIn(text, result.gaps[field]);
    const { taken, ...redacted } = takeOut(text, passages, { owner: decision, owners });
    if (taken.length === 0) continue;
    result.texts[field] = redacted.text;
    result.taken[field] = taken;
    result.gaps[field] = redacted.owners;
  }
  return result;
}

/** The texts with what was kept, where its marks still stand. */
function backIn(matter: Matter, kept: Kept, decision: DecisionId): Changed & { complete: boolean } {
  const result = { texts: {} as Texts, gaps: { ...gapsOf(matter) }, complete: true };
  for (const [field, text] of entriesOf(textsOf(matter))) {
    const taken = kept.texts[field];
    if (!taken) continue;
    const owners = ownersIn(text, result.gaps[field]);
    const { complete, ...back } = putBack(text, taken, { owner: decision, owners });
    if (!complete) result.complete = false;
    result.texts[field] = back.text;
    result.gaps[field] = back.owners;
  }
  return result;
}

/** The pictures with those that were kept, each where it was, unless its author has put it there again. */
function picturesBack(images: readonly StoredImage[], kept: NonNullable<Kept['pictures']>) {
  const result = [...images];
  let complete = true;
  for (const { index, image } of kept) {
    if (result.some(({ id }) => id === image.id)) continue;
    if (result.length < imageLimit) result.splice(index, 0, image);
    else complete = false;
  }
  return { images: result, complete };
}

/** The writes of changed texts and pictures; none where nothing has changed. */
async function writtenParts(
  ctx: Ctx,
  { content: { card, comment }, body: stored }: Matter,
  { texts, gaps, images }: Changed & { images?: StoredBody['images'] },
): Promise<Part[]> {
  const { body, ...onCard } = texts;
  const changed = [...Object.keys(texts), ...(images ? ['images'] : [])];
  if (changed.length === 0) return [];
  if (comment) return [changeCommentPart(comment, { body, gaps }, () => new EditedMeanwhile())];
  const [first] = images ?? [];
  const cover = images && { cover: first ? { id: first.id, width: first.width, height: first.height } : null };
  const told = { ...ctx, actor: moderators };
  const type = `${kindOf(card.id)}_edited` as EditEvent;
  const beside = { ...(images && { images }), ...({ gaps } as object) };
  return [
    alterCardPart(card, { ...onCard, ...cover }),
    ...moderatedAboveParts(card),
    ...changeBodyParts(
      { ...card, images: stored?.images ?? [] },
      body === undefined ? beside : { ...beside, ...textFields(body) },
    ),
    ...(card.publishedAt ? [await editedPart(told, card.id, type, changed as never, null)] : []),
  ];
}

function entriesOf(texts: Texts): [TextField, string][] {
  return Object.entries(texts) as [TextField, string][];
}
