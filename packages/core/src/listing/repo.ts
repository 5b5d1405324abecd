/** List rows: copies of cards in the one list that the table keeps of them, ordered by time, support, trend and closing date. */

import { setTimeout as sleep } from 'node:timers/promises';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { findStored } from '../card/repo.ts';
import type { Card, ModeratedFields } from '../card/schema.ts';
import { cardOf, countsOf, rowOf, type StoredCard } from '../card/stored.ts';
import { type Item, listPartition, listRowKey, padded } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import type { IndexName } from '../db/table.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import { kindOf, type SubjectId } from '../shared/ids.ts';
import type { Page } from '../shared/page.ts';
import { normalTime } from '../shared/time.ts';
import { specOf, statusSpec } from '../subject/kinds.ts';
import { rankOf, storedTrend } from '../tally/rules.ts';
import { listOf, listsLeft, listWhenListed } from './list-of.ts';
import type { ListSort } from './schema.ts';

/** The index and direction of each sort. */
const orders = {
  new: { index: undefined, order: 'descending' },
  top: { index: 'gsi1', order: 'descending' },
  trending: { index: 'gsi2', order: 'descending' },
  closing: { index: 'gsi3', order: 'ascending' },
} as const satisfies Record<ListSort, { index: IndexName | undefined; order: 'ascending' | 'descending' }>;

export type ListQuery = {
  /** The list, as the kind's entry names it. */
  list: string;
  sort: ListSort;
  limit: number;
  cursor?: string;
};

/** A page of a list: one query (20 cards: under 3 RCU). */
export async function listCards<C extends Card>(ctx: Ctx, { list, sort, ...query }: ListQuery): Promise<Page<C>> {
  const name = JSON.stringify([list, sort]);
  const page = await queryPage(ctx, { list: name, partition: listPartition(list), ...orders[sort], ...query });
  return { ...page, items: page.items.map((item) => cardOf<C>(item)) };
}

/** A page of a list's rows, newest first, with only some of their fields: for jobs that read the whole list. */
export async function listRows<R>(
  ctx: Ctx,
  { list, ...query }: { list: string; fields: readonly string[]; limit: number; cursor?: string },
): Promise<Page<R>> {
  const name = JSON.stringify([list, 'rows']);
  const page = await queryPage(ctx, { list: name, partition: listPartition(list), ...orders.new, ...query });
  return page as unknown as Page<R>;
}

/**
 * Rewrites the list rows of subjects (at most a hundred) from their current cards, and takes away the rows of what is listed no
 * longer. Applying it twice, or late, gives the same rows.
 */
export async function projectRows(ctx: Ctx, subjects: readonly SubjectId[]): Promise<void> {
  const cards = await findStored(ctx, subjects);
  await writeAll(
    ctx,
    cards.flatMap((card) => requestOf(card)),
  );
}

function requestOf(card: Stored): WriteRequest[] {
  // What was never public has no row to take away.
  if (card.publishedAt === null) return [];
  const list = listOf(card);
  const own = listWhenListed(card);
  const left = listsLeft(card).filter((one) => one !== own);
  const removed = (list ? left : [...left, own]).map((one) => listRowKey(one, card.id));
  return [
    ...(list ? [{ PutRequest: { Item: rowIn(list, card) } }] : []),
    ...removed.map((Key) => ({ DeleteRequest: { Key } })),
  ];
}

type Stored = StoredCard & Item & Pick<ModeratedFields, 'formerParents'>;

/** The row of a card in a list, with the index keys of each order. */
function rowIn(list: string, card: Stored): Record<string, unknown> {
  const partition = listPartition(list);
  return {
    ...rowOf(card),
    ...listRowKey(list, card.id),
    gsi1pk: partition,
    gsi1sk: `${padded(countsOf(card).support)}#${card.id}`,
    gsi2pk: partition,
    gsi2sk: `${padded(rankOf(storedTrend(card)))}#${card.id}`,
    ...(isClosing(card) && { gsi3pk: partition, gsi3sk: `${normalTime(card.closesAt!)}#${card.id}` }),
  };
}

/** Only kinds that close by themselves have a key in the order of closing; their answers close with them. */
function isClosing(card: Pick<Card, 'id' | 'status' | 'closesAt'>): boolean {
  const kind = kindOf(card.id);
  return card.closesAt !== null && specOf(kind).parent === null && statusSpec(kind, card.status).live === true;
}

type WriteRequest =
  | { PutRequest: { Item: Record<string, unknown> } }
  | { DeleteRequest: { Key: Record<string, unknown> } };

const batchLimit = 25;
const maxAttempts = 6;

async function writeAll(ctx: Ctx, requests: WriteRequest[]): Promise<void> {
  for (let start = 0; start < requests.length; start += batchLimit) {
    let left: WriteRequest[] = requests.slice(start, start + batchLimit);
    for (let attempt = 1; left.length > 0; attempt++) {
      if (attempt > maxAttempts) throw new AppError('busy');
      if (attempt > 1) await sleep(Math.random() * 20 * 2 ** attempt);
      const answer = await ctx.db.client.send(new BatchWriteCommand({ RequestItems: { [ctx.db.table]: left } }));
      left = (answer.UnprocessedItems?.[ctx.db.table] ?? []) as WriteRequest[];
    }
  }
}
