/** Orders in the table: each is part of the item it opened, found by the month in which it came. */
import { orderedPartition } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import type { Ctx } from '../shared/context.ts';
import type { ItemId } from '../shared/ids.ts';
import type { Page } from '../shared/page.ts';
import { hanoiMonth } from '../shared/time.ts';
import type { Order } from './schema.ts';

/** How an order stands. */
export type OrderState = { dueAt: string; status: 'open' | 'done'; doneAt?: string };

/** The index keys by which an item with an order is found again, also once it is done. */
export function orderKeys(id: ItemId, { receivedAt }: Pick<Order, 'receivedAt'>) {
  return { gsi3pk: orderedPartition(hanoiMonth(new Date(receivedAt))), gsi3sk: id };
}

/** A page of the orders that came in a month of Hanoi, in the order in which they were recorded. */
export async function listOrderedIn(
  ctx: Ctx,
  month: string,
  query: { limit: number; cursor?: string },
): Promise<Page<OrderState>> {
  const partition = orderedPartition(month);
  const fields = ['dueAt', 'status', 'doneAt'];
  const page = await queryPage(ctx, {
    list: partition,
    index: 'gsi3',
    partition,
    order: 'ascending',
    fields,
    ...query,
  });
  return page as unknown as Page<OrderState>;
}
