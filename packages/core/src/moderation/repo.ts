/** Items of the queue in the table: opening one, counting reports in it, claiming it, reading the queue. */
import { getItem, getItems } from '../db/get.ts';
import {
  type Item,
  itemKey,
  type Key,
  matterKey,
  mattersPartition,
  orderPosition,
  queuePartition,
  queuePosition,
} from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { type Part, putNew, StaleRead, setPart } from '../db/transact.ts';
import { orderKeys } from '../order/repo.ts';
import type { Order } from '../order/schema.ts';
import type { ReportReason } from '../report/schema.ts';
import type { Author } from '../shared/author.ts';
import type { Ctx } from '../shared/context.ts';
import type { ContentId, DecisionId, ItemId, PersonId, SubjectId } from '../shared/ids.ts';
import type { Page } from '../shared/page.ts';
import type { Level } from '../trust/schema.ts';
import type { Reasons } from './rules.ts';
import type { ItemKind } from './schema.ts';

/** An item as stored. What it shows of the content is read with it, as that may be edited while it waits. */
export type StoredItem = {
  id: ItemId;
  kind: ItemKind;
  status: 'open' | 'done';
  subject: ContentId;
  /** The subject that the content is, or is about; none for an account. */
  card?: SubjectId;
  /** Of that subject, which they follow (`scope.ts`): by them limited moderators find the item. */
  programme: string | null;
  ward: string | null;
  reasons: Reasons;
  /** The sum of the weights of its reports, each 20 to 100. */
  weight: number;
  priority: number;
  rule: { id: string; words: string[] } | null;
  /** What is said with it by who opened it: a moderator's note, an authority's demand. */
  note: string;
  openedAt: string;
  dueAt: string | null;
  /** Of a probable duplicate: what it is like. */
  like?: SubjectId;
  /** For an authority's demand. */
  order?: Order | null;
  /** The author's history as the item was opened. */
  history: { level: Level; decisions: number };
  claim: Claim | null;
  /** For an appeal: the decision, and who made it. */
  decision: DecisionId | null;
  decidedBy: PersonId | null;
  /** For an appeal about a vote that was set aside with others: whose. */
  appellant?: PersonId;
  /** Once it is done. */
  outcome?: 'acted' | 'dismissed';
  doneAt?: string;
};
/** Who is at an item, and until when; where it was taken over, from whom and why. */
export type Claim = { by: Author; until: string; from?: PersonId; takeOver?: string };

/** An item, read strongly; undefined when there is none. */
export async function findItem(ctx: Ctx, id: ItemId): Promise<StoredItem | undefined> {
  return (await getItem(ctx, itemKey(id), { consistent: true })) as StoredItem | undefined;
}

/** Items by their ids (at most 100), read strongly; those that are gone are left out. */
export async function findItems(ctx: Ctx, ids: readonly ItemId[]): Promise<Map<ItemId, StoredItem>> {
  const keys = [...new Set(ids)].map(itemKey);
  const items = keys.length > 0 ? await getItems(ctx, keys, { consistent: true }) : [];
  return new Map(items.flatMap((item) => (item ? [[item.pk as ItemId, item as unknown as StoredItem]] : [])));
}

/** The open item of a kind about content; undefined when there is none. Read strongly. */
export async function findOpen(ctx: Ctx, content: ContentId, kind: ItemKind): Promise<StoredItem | undefined> {
  const matter = await getItem(ctx, matterKey(content, kind), { consistent: true });
  return matter && findItem(ctx, matter.item as ItemId);
}

/** The open item of the appeal of one of several whose votes a decision set aside; undefined when there is none. Read strongly. */
export async function findOpenAppeal(
  ctx: Ctx,
  about: Required<Pick<StoredItem, 'subject' | 'appellant'>> & { decision: DecisionId },
): Promise<StoredItem | undefined> {
  const matter = await getItem(ctx, matterOf({ kind: 'appeal', ...about }), { consistent: true });
  return matter && findItem(ctx, matter.item as ItemId);
}

/** The most open items that content can have but for appeals, and some appeals before them. */
const mostOpen = 50;

/** The open items about content, but for appeals, which are about decisions. Read strongly. */
export async function findAllOpen(ctx: Ctx, content: ContentId): Promise<StoredItem[]> {
  const partition = matterKey(content, '').pk;
  const query = { list: partition, partition, order: 'descending', limit: mostOpen, consistent: true } as const;
  const { items } = await queryPage(ctx, query);
  const open = items.filter(({ sk }) => !sk.startsWith('appeal#')).map(({ item }) => item as ItemId);
  return [...(await findItems(ctx, open)).values()];
}

/** Parts that open an item; of two at once the second is refused with `StaleRead`, and finds the first when it reads again. */
export function newItemParts(item: StoredItem): Part[] {
  const { id } = item;
  return [
    putNew({ ...itemKey(id), ...placeOf(item), ...(item.order && orderKeys(id, item.order)), ...item }),
    putNew({ ...matterOf(item), ...besideOf(item), item: id }, () => new StaleRead()),
  ];
}

/**
 * Content is the matter of one open item of each kind, of one appeal for each decision about it and each person it is about, and of each
 * demand.
 */
function matterOf(
  item: Pick<StoredItem, 'subject' | 'kind' | 'decision' | 'appellant' | 'order'> & { id?: ItemId },
): Key {
  const { id, subject, kind, decision, appellant, order } = item;
  const which = order ? [id] : [...(decision ? [decision] : []), ...(appellant ? [appellant] : [])];
  return matterKey(subject, [kind, ...which].join('#'));
}

/** By which the open items of one subject are found. */
function besideOf({ id, card }: StoredItem) {
  return card ? { gsi1pk: mattersPartition(card), gsi1sk: id } : {};
}

/** A page of the open items about a subject and about the comments on it. */
export async function listItemsOn(ctx: Ctx, subject: SubjectId, query: { limit: number; cursor?: string }) {
  const partition = mattersPartition(subject);
  const list = { list: partition, index: 'gsi1', partition, order: 'ascending', fields: ['item'] } as const;
  const page = await queryPage(ctx, { ...list, ...query });
  return { ...page, items: page.items.map(({ item }) => item as ItemId) };
}

/** A part that sets where an open item belongs; refused with `StaleRead` once it is done. */
export function scopePart({ id }: StoredItem, { programme, ward }: Pick<StoredItem, 'programme' | 'ward'>): Part {
  const condition = { expression: '#status = :open', names: { '#status': 'status' }, values: { ':open': 'open' } };
  return setPart(itemKey(id), { programme, ward }, condition, () => new StaleRead());
}

function placeOf({ id, kind, priority, order, dueAt }: StoredItem) {
  const position = order && dueAt ? orderPosition(dueAt, id) : queuePosition(priority, id);
  return { gsi1pk: queuePartition(), gsi1sk: position, gsi2pk: queuePartition(kind), gsi2sk: position };
}

/** A part that counts a report in an open item; refused with `StaleRead` once it is done. */
export function countReportPart({ id }: StoredItem, reason: ReportReason, weight: number): Part {
  return {
    write: {
      Update: {
        TableName: '',
        Key: itemKey(id),
        UpdateExpression:
          'SET reasons.#reason = if_not_exists(reasons.#reason, :none) + :one, weight = weight + :weight',
        ConditionExpression: '#status = :open',
        ExpressionAttributeNames: { '#reason': reason, '#status': 'status' },
        ExpressionAttributeValues: { ':none': 0, ':one': 1, ':weight': weight, ':open': 'open' },
      },
    },
    refused: () => new StaleRead(),
  };
}

/** A part that gives an open item its priority, unless a report was counted since it was read: that one's sender does so then. */
export function priorityPart(item: StoredItem, priority: number): Part {
  const condition = {
    expression: '#status = :open AND weight = :weight',
    names: { '#status': 'status' },
    values: { ':open': 'open', ':weight': item.weight },
  };
  return setPart(itemKey(item.id), { priority, ...placeOf({ ...item, priority }) }, condition, () => new StaleRead());
}

/** A part that tells an open item what a rule found now; refused with `StaleRead` once it is done. */
export function foundAgainPart(item: StoredItem, priority: number): Part {
  const { id, rule, reasons } = item;
  const condition = {
    expression: '#status = :open',
    names: { '#status': 'status' },
    values: { ':open': 'open' },
  };
  const told = { rule, reasons, priority, ...placeOf({ ...item, priority }) };
  return setPart(itemKey(id), told, condition, () => new StaleRead());
}

/** What an item must still be for a write: open, and claimed as it was read. */
function unclaimedSince({ claim }: StoredItem) {
  return {
    expression: claim ? '#status = :open AND claim.#by.id = :holder' : '#status = :open AND claim = :none',
    names: { '#status': 'status', ...(claim && { '#by': 'by' }) },
    values: { ':open': 'open', ...(claim ? { ':holder': claim.by.id } : { ':none': null }) },
  };
}

/** A part that sets who has an open item, refused with `StaleRead` when that has changed since it was read. */
export function claimPart(item: StoredItem, claim: Claim | null): Part {
  return setPart(itemKey(item.id), { claim }, unclaimedSince(item), () => new StaleRead());
}

/** Parts by which an item is done and leaves the queue; refused with `StaleRead` when it is done or claimed meanwhile. */
export function itemDoneParts(item: StoredItem, outcome: 'acted' | 'dismissed', at: string): Part[] {
  const { expression, names, values } = unclaimedSince(item);
  return [
    {
      write: {
        Update: {
          TableName: '',
          Key: itemKey(item.id),
          UpdateExpression:
            'SET #status = :done, outcome = :outcome, doneAt = :at, claim = :free REMOVE gsi1pk, gsi1sk, gsi2pk, gsi2sk',
          ConditionExpression: expression,
          ExpressionAttributeNames: names,
          ExpressionAttributeValues: { ...values, ':done': 'done', ':outcome': outcome, ':at': at, ':free': null },
        },
      },
      refused: () => new StaleRead(),
    },
    {
      write: {
        Delete: {
          TableName: '',
          Key: matterOf(item),
          // The next item about the same content may have taken its place only once this one is done.
          ConditionExpression: '#item = :item',
          ExpressionAttributeNames: { '#item': 'item' },
          ExpressionAttributeValues: { ':item': item.id },
        },
      },
      refused: () => new StaleRead(),
    },
  ];
}

/** A part that changes what came of an item that is done: its decision was overturned. */
export function outcomePart(id: ItemId, outcome: 'acted' | 'dismissed'): Part {
  return setPart(itemKey(id), { outcome }, { expression: 'attribute_exists(pk)', values: {} });
}

/** A page of open items, the most pressing first, of those that a limited moderator decides about. @throws invalid_cursor */
export async function listQueue(
  ctx: Ctx,
  { kind, scope, ...query }: { kind?: ItemKind; scope?: Filter; limit: number; cursor?: string },
): Promise<Page<ItemId>> {
  const partition = queuePartition(kind);
  const index = kind ? 'gsi2' : 'gsi1';
  const fields = ['programme', 'ward'];
  const list = { list: partition, index, partition, order: 'ascending', fields } as const;
  const page = await queryPage(ctx, { ...list, ...query, ...(scope && { filter: scope }) });
  return { ...page, items: page.items.map(({ pk }: Item) => pk as ItemId) };
}

type Filter = { expression: string; names: Record<string, string>; values: Record<string, unknown> };
