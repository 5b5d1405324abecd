/** Content that is reported or moderated, and reports of it, in the table. */

import type { Card } from '../card/schema.ts';
import { parentOf } from '../card/status.ts';
import { cardOf } from '../card/stored.ts';
import type { StoredComment } from '../comment/repo.ts';
import { getItem, getItems, getTogether } from '../db/get.ts';
import { byPartition, cameShards, cardKey, type Item, personKey, reportedPartition, reportKey } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { type Part, putNew, StaleRead } from '../db/transact.ts';
import type { StoredPerson } from '../person/repo.ts';
import type { Ctx } from '../shared/context.ts';
import { shardOf } from '../shared/hash.ts';
import { type ContentId, type ItemId, isSubjectId, type PersonId, type SubjectId } from '../shared/ids.ts';
import type { Page } from '../shared/page.ts';
import { hanoiDay } from '../shared/time.ts';
import { accountContent, type Content, isAccountId, isCommentId } from './rules.ts';
import type { ReportReason } from './schema.ts';

/** A report as stored: one for each person and content. What came of it is read from its item. */
export type StoredReport = {
  content: ContentId;
  by: PersonId;
  reason: ReportReason;
  note: string;
  at: string;
  /** The item that it opened, or was counted in. */
  item: ItemId;
};

/** Content, read strongly; undefined when there is none. */
export async function findContent(ctx: Ctx, id: ContentId): Promise<Content | undefined> {
  return (await findContents(ctx, [id])).get(id);
}

/**
 * Contents by their ids, read strongly: what they are, then what comments are about, then what that answers. Those that are gone are
 * left out.
 */
export async function findContents(ctx: Ctx, ids: readonly ContentId[]): Promise<Map<ContentId, Content>> {
  const found = await findItems(ctx, ids);
  const comments = ids.filter(isCommentId).flatMap((id) => (found.get(id) as StoredComment | undefined) ?? []);
  await addItems(
    ctx,
    found,
    comments.map(({ subjectId }) => subjectId as SubjectId),
  );
  const subjects = [...found.values()].filter(({ pk }) => isSubjectId(pk));
  const parents = subjects.flatMap((item) => parentOf(cardOf(item)) ?? []);
  await addItems(ctx, found, parents);
  const contents = ids.map((id) => [id, contentIn(found, id)] as const);
  return new Map(contents.filter((entry): entry is [ContentId, Content] => entry[1] !== undefined));
}

function contentIn(found: ReadonlyMap<ContentId, Item>, id: ContentId): Content | undefined {
  if (isAccountId(id)) {
    const person = found.get(id) as unknown as StoredPerson | undefined;
    return person && accountContent(person);
  }
  const comment = isCommentId(id) ? (found.get(id) as unknown as StoredComment | undefined) : undefined;
  if (isCommentId(id) && !comment) return undefined;
  const item = found.get((comment?.subjectId as SubjectId | undefined) ?? id);
  if (!item) return undefined;
  const card = cardOf<Card>(item);
  const parent = parentOf(card) && found.get(parentOf(card)!);
  return { id, card, parent: parent ? cardOf<Card>(parent) : undefined, comment };
}

async function addItems(ctx: Ctx, found: Map<ContentId, Item>, ids: readonly ContentId[]): Promise<void> {
  const missing = await findItems(
    ctx,
    ids.filter((id) => !found.has(id)),
  );
  for (const [id, item] of missing) found.set(id, item);
}

async function findItems(ctx: Ctx, ids: readonly ContentId[]): Promise<Map<ContentId, Item>> {
  const keys = [...new Set(ids)].map((id) => (isAccountId(id) ? personKey(id) : cardKey(id)));
  const found = new Map<ContentId, Item>();
  for (let start = 0; start < keys.length; start += getTogether) {
    const items = await getItems(ctx, keys.slice(start, start + getTogether), { consistent: true });
    for (const item of items) if (item) found.set(item.pk as ContentId, item);
  }
  return found;
}

/**
 * A part that writes nothing, refused with `StaleRead` when content has left the status it was read in; as `whole`, also when it was edited
 * since. None for an account, which has no status.
 */
export function asReadParts({ id, card, comment }: Content, { whole = false } = {}): Part[] {
  if (isAccountId(id)) return [];
  const { status, version } = comment ?? card;
  const check = {
    TableName: '',
    Key: cardKey(id),
    ConditionExpression: `#status = :status${whole ? ' AND version = :version' : ''}`,
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':status': status, ...(whole && { ':version': version }) },
  };
  return [{ write: { ConditionCheck: check }, refused: () => new StaleRead() }];
}

/** What a person reported about content; undefined when they did not. Read strongly. */
export async function findReport(ctx: Ctx, content: ContentId, person: PersonId): Promise<StoredReport | undefined> {
  return (await getItem(ctx, reportKey(content, person), { consistent: true })) as StoredReport | undefined;
}

/** A part that stores a report, refused when the person has reported this content. */
export function newReportPart(report: StoredReport, refused: Part['refused']): Part {
  const { content, by, at } = report;
  const mine = { gsi1pk: byPartition(by, 'report'), gsi1sk: `${at}#${content}` };
  const partition = reportedPartition(hanoiDay(new Date(at)), shardOf(by, cameShards));
  const byDay = { gsi2pk: partition, gsi2sk: `${at}#${content}` };
  return putNew({ ...reportKey(content, by), ...mine, ...byDay, ...report }, refused);
}

/** Reports about content that an item counts, at most `limit` and in no particular order. Read strongly. */
export async function listReportsOf(
  ctx: Ctx,
  { subject: content, id: item }: { subject: ContentId; id: ItemId },
  limit: number,
): Promise<StoredReport[]> {
  const partition = reportKey(content, '' as PersonId).pk;
  const filter = { expression: '#item = :item', names: { '#item': 'item' }, values: { ':item': item } };
  const query = { list: partition, partition, order: 'ascending', consistent: true, limit, filter } as const;
  const page = await queryPage(ctx, query);
  return page.items as unknown as StoredReport[];
}

/** A page of what a person reported, newest first. @throws invalid_cursor */
export async function listReportsBy(
  ctx: Ctx,
  person: PersonId,
  query: { limit: number; cursor?: string },
): Promise<Page<StoredReport>> {
  const partition = byPartition(person, 'report');
  const page = await queryPage(ctx, { list: partition, index: 'gsi1', partition, order: 'descending', ...query });
  return { ...page, items: page.items as unknown as StoredReport[] };
}
