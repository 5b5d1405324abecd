/** Use cases of one's own things: the subjects and comments one wrote, and the subjects one supports and follows. */

import { imageOf } from '../card/image.ts';
import { findCards } from '../card/repo.ts';
import { maySee } from '../card/rules.ts';
import { isListed, parentOf } from '../card/status.ts';
import { cardOf } from '../card/stored.ts';
import { type StoredComment, shown } from '../comment/repo.ts';
import { type Activity, byPartition, type Item } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { type Ctx, requirePerson } from '../shared/context.ts';
import type { SubjectId } from '../shared/ids.ts';
import type { Page } from '../shared/page.ts';
import type { SubjectKind } from '../subject/kinds.ts';
import type { AnyCard } from './cards.ts';
import type { MyComment } from './contract.ts';

type PageRequest = { limit: number; cursor?: string };

/** A page of one's own subjects of a kind, newest first, drafts too. @throws not_signed_in, invalid_cursor */
export async function listMine(ctx: Ctx, kind: SubjectKind, page: PageRequest): Promise<Page<AnyCard>> {
  const made = await listActivity(ctx, kind, page);
  return { ...made, items: made.items.map((item) => ownCard(item)) };
}

/** What stands in no list may be withheld by what it answers, which its card does not always know: its makers see it all the same. */
function ownCard(item: Item): AnyCard {
  const card = cardOf<AnyCard>(item);
  return isListed(card) ? card : { ...card, images: card.images.map((image) => imageOf(image, card.id)) };
}

/** A page of one's own comments, newest first. @throws not_signed_in, invalid_cursor */
export async function listMyComments(ctx: Ctx, page: PageRequest): Promise<Page<MyComment>> {
  const made = await listActivity(ctx, 'comment', page);
  const comments = made.items.map((item) => shown(ctx.actor, item as unknown as StoredComment));
  const cards = await findCards<AnyCard>(ctx, [...new Set(comments.map(({ subjectId }) => subjectId as SubjectId))]);
  const titles = new Map(cards.filter((card) => maySee(ctx.actor, card)).map(({ id, title }) => [id as string, title]));
  return { ...made, items: comments.map((item) => ({ ...item, subjectTitle: titles.get(item.subjectId) ?? null })) };
}

/**
 * A page of the subjects one supports (`vote`) or follows (`follow`), newest first; `setAside` are those where one's vote is not counted.
 * @throws not_signed_in, invalid_cursor
 */
export async function listMySubjects(
  ctx: Ctx,
  activity: 'vote' | 'follow',
  page: PageRequest,
): Promise<Page<AnyCard> & { setAside: string[] }> {
  const made = await listActivity(ctx, activity, page);
  const ids = made.items.map((item) => item.subject as SubjectId);
  const cards = await findCards<AnyCard>(ctx, ids);
  const parentIds = [...new Set(cards.flatMap((card) => parentOf(card) ?? []))];
  const parents = new Map((await findCards(ctx, parentIds)).map((parent) => [parent.id, parent]));
  const items = cards.filter((card) => maySee(ctx.actor, card, parents.get(parentOf(card) ?? card.id)));
  const setAside = made.items.filter(({ quarantined }) => quarantined).map(({ subject }) => String(subject));
  return { items, nextCursor: made.nextCursor, setAside };
}

async function listActivity(ctx: Ctx, activity: Activity, page: PageRequest) {
  const partition = byPartition(requirePerson(ctx).id, activity);
  return queryPage(ctx, { list: partition, index: 'gsi1', partition, order: 'descending', ...page });
}
