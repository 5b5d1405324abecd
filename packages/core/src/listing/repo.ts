/** List rows: copies of cards under each facet, ordered by time, support, trend and closing date. */

import { setTimeout as sleep } from 'node:timers/promises';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { findStored } from '../card/repo.ts';
import type { Card } from '../card/schema.ts';
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
import { facetsOf } from './facets.ts';
import type { ListSort } from './schema.ts';

/** The index and direction of each sort. */
const orders = {
  new: { index: undefined, order: 'descending' },
  top: { index: 'gsi1', order: 'descending' },
  trending: { index: 'gsi2', order: 'descending' },
  closing: { index: 'gsi3', order: 'ascending' },
} as const satisfies Record<ListSort, { index: IndexName | undefined; order: 'ascending' | 'descending' }>;

export type ListQuery = {
  facet: string;
  sort: ListSort;
  left?: readonly { field: string; value: string }[];
  limit: number;
  cursor?: string;
};

/** A page of a list: one query when the facet covers the whole filter (20 cards: under 3 RCU). */
export async function listCards<C extends Card>(ctx: Ctx, query: ListQuery): Promise<Page<C>> {
  const { facet, sort, left = [], limit, cursor } = query;
  const filter = left.length > 0 ? filterOf(left) : undefined;
  const list = JSON.stringify([facet, sort, left]);
  const page = await queryPage(ctx, { list, partition: listPartition(facet), ...orders[sort], filter, limit, cursor });
  return { ...page, items: page.items.map((item) => cardOf<C>(item)) };
}

/** A page of a list's rows, newest first, with only some of their fields: for jobs that read the whole list. */
export async function listRows<R>(
  ctx: Ctx,
  query: { facet: string; fields: readonly string[]; limit: number; cursor?: string },
): Promise<Page<R>> {
  const { facet, ...rest } = query;
  const list = JSON.stringify([facet, 'rows']);
  const page = await queryPage(ctx, { list, partition: listPartition(facet), ...orders.new, ...rest });
  return page as unknown as Page<R>;
}

function filterOf(left: readonly { field: string; value: string }[]) {
  return {
    expression: left
      .map(({ field }, index) => (field === 'tag' ? `contains(tags, :l${index})` : `#l${index} = :l${index}`))
      .join(' AND '),
    names: Object.fromEntries(left.flatMap(({ field }, index) => (field === 'tag' ? [] : [[`#l${index}`, field]]))),
    values: Object.fromEntries(left.map(({ value }, index) => [`:l${index}`, value])),
  };
}

/**
 * Rewrites the list rows of subjects (at most a hundred) from their current cards, and deletes the rows of `formerFacets`
 * that a card has left. Applying it twice, or late, gives the same rows.
 */
export async function projectRows(
  ctx: Ctx,
  subjects: readonly { id: SubjectId; formerFacets: readonly string[] }[],
): Promise<void> {
  const ids = subjects.map(({ id }) => id);
  const cards = new Map((await findStored(ctx, ids)).map((card) => [card.id, card]));
  await writeAll(
    ctx,
    subjects.flatMap(({ id, formerFacets }) => requestsOf(id, cards.get(id), formerFacets)),
  );
}

function requestsOf(id: SubjectId, card: Stored | undefined, formerFacets: readonly string[]): WriteRequest[] {
  const facets = card ? facetsOf(card) : [];
  const gone = formerFacets.filter((facet) => !facets.includes(facet));
  return [
    ...gone.map((facet) => ({ DeleteRequest: { Key: listRowKey(facet, id) } })),
    ...(card ? facets.map((facet) => ({ PutRequest: { Item: rowIn(facet, card) } })) : []),
  ];
}

type Stored = StoredCard & Item;

/** The row of a card in a list, with the index keys of each order. */
function rowIn(facet: string, card: Stored): Record<string, unknown> {
  const partition = listPartition(facet);
  return {
    ...rowOf(card),
    ...listRowKey(facet, card.id),
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
