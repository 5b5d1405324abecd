/** Whether a picture is served to everybody who has its address, by what shows it: read from the cards as they are. */
import { type AnswersPlace, listAnswers } from '../card/answer-projection.ts';
import { findStored } from '../card/repo.ts';
import { maySee } from '../card/rules.ts';
import type { Showing } from '../card/showing.ts';
import { parentOf } from '../card/status.ts';
import type { StoredBody } from '../card/stored.ts';
import { getItems } from '../db/get.ts';
import { bodyKey, showingPrefix } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import type { Ctx } from '../shared/context.ts';
import { kindOf, type SubjectId, type UploadId } from '../shared/ids.ts';
import { answerKindsOf, type SubjectKind } from '../subject/kinds.ts';

/** Subjects looked at together: with what they answer, as many as one call reads. */
const pageSize = 50;
/** Answers whose pictures a step looks at: six each. */
const answersAtOnce = 20;

/**
 * A picture is served while something shows it that everybody sees, and as long as nothing that shows it, or did, was ever seen by others
 * than its makers: nobody can guess the address of a draft's picture.
 */
export async function isServed(ctx: Ctx, upload: UploadId): Promise<boolean> {
  const list = { list: 'showings', partition: upload, prefix: showingPrefix, order: 'ascending' } as const;
  let wasSeen = false;
  let cursor: string | undefined;
  do {
    const page = await queryPage(ctx, { ...list, limit: pageSize, cursor, consistent: true });
    const showings = page.items as unknown as Showing[];
    const standing = await standingOf(ctx, showings);
    if (standing.isSeen) return true;
    wasSeen ||= standing.wasSeen;
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return !wasSeen;
}

/** Whether one of these shows it to everybody; and whether others than makers could see it in one of them. */
async function standingOf(ctx: Ctx, showings: readonly Showing[]): Promise<{ isSeen: boolean; wasSeen: boolean }> {
  const cards = await findStored(
    ctx,
    showings.filter(({ shown }) => shown).map(({ subject }) => subject),
  );
  const parentIds = [...new Set(cards.flatMap((card) => parentOf(card) ?? []))];
  const parents = new Map((await findStored(ctx, parentIds)).map((parent) => [parent.id, parent]));
  const isSeen = cards.some((card) => maySee({ kind: 'anonymous' }, card, parents.get(parentOf(card) ?? card.id)));
  const wasSeen = showings.some(({ shown }) => !shown) || cards.some(({ publishedAt }) => publishedAt !== null);
  return { isSeen, wasSeen };
}

/** The pictures that subjects show. */
export async function picturesOf(ctx: Ctx, subjects: readonly SubjectId[]): Promise<UploadId[]> {
  const bodies = subjects.length > 0 ? await getItems(ctx, subjects.map(bodyKey), { consistent: true }) : [];
  const images = bodies.flatMap((body) => (body as unknown as StoredBody | undefined)?.images ?? []);
  return [...new Set(images.map(({ id }) => id))];
}

/**
 * The pictures of what answers a subject, a page of them from `place` on: with it they come and go. `next` is where to continue, undefined at
 * the end.
 */
export async function picturesBelow(
  ctx: Ctx,
  id: SubjectId,
  { kind = answerKindsOf(kindOf(id))[0], cursor }: AnswersPlace = {},
): Promise<{ pictures: UploadId[]; next?: AnswersPlace }> {
  if (!kind) return { pictures: [] };
  const page = await listAnswers(ctx, id, kind, { limit: answersAtOnce, cursor });
  const pictures = await picturesOf(ctx, page.items);
  if (page.nextCursor) return { pictures, next: { kind, cursor: page.nextCursor } };
  const answering = answerKindsOf(kindOf(id)) as SubjectKind[];
  const later = answering[answering.indexOf(kind) + 1];
  return { pictures, ...(later && { next: { kind: later } }) };
}
