/** People by their names: a bounded read of the index of names, for administrators. */
import { type Item, peoplePartition } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import { foldedName } from '../shared/folded-name.ts';
import type { Page } from '../shared/page.ts';
import { type NameOrder, nameOrders } from './names.ts';
import type { StoredPerson } from './repo.ts';

type Query = { limit: number; cursor?: string };
/** Where a list goes on: in which order of the words, and there after which entry. */
type Place = { order: NameOrder; cursor?: string };

/**
 * A page of the people whose name begins like that, in one of its orders: first those whose family name does. Nobody stands twice. May
 * be a moment behind a change. @throws invalid_cursor
 */
export async function findPeopleNamed(ctx: Ctx, typed: string, { limit, cursor }: Query): Promise<Page<StoredPerson>> {
  const begins = foldedName(typed);
  if (!begins) return { items: [], nextCursor: null };
  const found: Item[] = [];
  let place: Place | undefined = cursor === undefined ? { order: nameOrders[0] } : placeOf(cursor);
  while (place && found.length < limit) {
    const page = await readOrder(ctx, begins, place, limit - found.length);
    found.push(...page.items.filter((item) => isFirstIn(item, place!.order, begins)));
    place = page.nextCursor ? { ...place, cursor: page.nextCursor } : orderAfter(place.order);
  }
  return { items: found as unknown as StoredPerson[], nextCursor: place ? await cursorTo(ctx, begins, place) : null };
}

function readOrder(ctx: Ctx, begins: string, { order, cursor }: Place, limit: number): Promise<Page<Item>> {
  const list = JSON.stringify(['people', order, begins]);
  const where = { index: order, partition: peoplePartition, prefix: begins, order: 'ascending' } as const;
  return queryPage(ctx, { list, ...where, limit, cursor });
}

/** Whether no order that is read before finds the same person. */
function isFirstIn(item: Item, order: NameOrder, begins: string): boolean {
  const before = nameOrders.slice(0, nameOrders.indexOf(order));
  return !before.some((one) => String(item[`${one}sk`]).startsWith(begins));
}

function orderAfter(order: NameOrder): Place | undefined {
  const next = nameOrders[nameOrders.indexOf(order) + 1];
  return next && { order: next };
}

/** A cursor to the first place where somebody follows; null where nobody does. */
async function cursorTo(ctx: Ctx, begins: string, from: Place): Promise<string | null> {
  for (let place: Place | undefined = from; place; place = orderAfter(place.order)) {
    if (place.cursor) return `${place.order}.${place.cursor}`;
    const { items } = await readOrder(ctx, begins, place, 1);
    if (items.length > 0) return `${place.order}.`;
  }
  return null;
}

/** @throws invalid_cursor */
function placeOf(text: string): Place {
  const [name, cursor] = text.split('.', 2);
  const order = nameOrders.find((one) => one === name);
  if (!order || cursor === undefined) throw new AppError('invalid_cursor');
  return cursor ? { order, cursor } : { order };
}
