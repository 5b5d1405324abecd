/** One page of a partition, with filters that never read more than a bounded number of items. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import { decodeCursor, encodeCursor, type Page } from '../shared/page.ts';
import type { Item } from './keys.ts';
import type { IndexName } from './table.ts';

export type PageQuery = {
  /** Names the list in the cursor, so that a cursor of one list is refused by another. */
  list: string;
  index?: IndexName;
  partition: string;
  /** Only sort keys that start with this. */
  prefix?: string;
  /** Only sort keys from this one on. */
  from?: string;
  /** Only sort keys up to this one, and this one too. */
  upTo?: string;
  order: 'ascending' | 'descending';
  limit: number;
  cursor?: string;
  /** A filter expression over attributes, for conditions that no key covers. */
  filter?: { expression: string; names: Record<string, string>; values: Record<string, unknown> };
  consistent?: boolean;
  /** Only these attributes and the keys: less to send and to parse, though DynamoDB charges the same. */
  fields?: readonly string[];
};

/** Items per read with a filter. */
const filteredChunk = 100;
/** The number of reads after which a short page is answered, with a cursor to continue. */
const mostReads = 5;

/**
 * A page of at most `limit` items. It has a cursor only if one more item was found, so that nobody is offered an empty page. The
 * exception is a filtered page whose reads were used up: it may be short, even empty, and has a cursor to continue from.
 * @throws invalid_cursor
 */
export async function queryPage(ctx: Ctx, query: PageQuery): Promise<Page<Item>> {
  const items: Item[] = [];
  let startKey = query.cursor ? keyFromCursor(query, query.cursor) : undefined;
  for (let reads = 0; reads < mostReads; reads++) {
    const answer = await send(ctx, query, startKey);
    items.push(...((answer.Items ?? []) as Item[]));
    startKey = answer.LastEvaluatedKey as Record<string, string> | undefined;
    if (!startKey || items.length > query.limit) break;
  }
  const kept = items.slice(0, query.limit);
  const last = kept.at(-1);
  if (items.length > kept.length && last)
    return { items: kept, nextCursor: cursorAt(query, last as Record<string, string>) };
  return { items: kept, nextCursor: startKey ? cursorAt(query, startKey) : null };
}

/** A cursor of the right shape may still hold keys that DynamoDB refuses to start from. */
async function send(ctx: Ctx, query: PageQuery, startKey: Record<string, string> | undefined) {
  try {
    return await ctx.db.client.send(new QueryCommand(commandInput(ctx, query, startKey)));
  } catch (error) {
    if (query.cursor && (error as Error).name === 'ValidationException')
      throw new AppError('invalid_cursor', { cause: error });
    throw error;
  }
}

function commandInput(ctx: Ctx, query: PageQuery, startKey: Record<string, string> | undefined) {
  const [partitionName, sortName] = keyNames(query.index);
  const fields = query.fields && [...cursorKeyNames(query), ...query.fields];
  const bound = query.prefix ?? query.from ?? query.upTo;
  const narrowed = bound ? ` AND ${query.prefix ? 'begins_with(#s, :s)' : query.from ? '#s >= :s' : '#s <= :s'}` : '';
  return {
    TableName: ctx.db.table,
    IndexName: query.index,
    KeyConditionExpression: `#p = :p${narrowed}`,
    FilterExpression: query.filter?.expression,
    ProjectionExpression: fields?.map((_, index) => `#f${index}`).join(', '),
    ExpressionAttributeNames: {
      '#p': partitionName,
      ...(bound && { '#s': sortName }),
      ...query.filter?.names,
      ...Object.fromEntries(fields?.map((name, index) => [`#f${index}`, name]) ?? []),
    },
    ExpressionAttributeValues: {
      ':p': query.partition,
      ...(bound && { ':s': bound }),
      ...query.filter?.values,
    },
    ScanIndexForward: query.order === 'ascending',
    // One more than is asked for tells whether there is a next page: DynamoDB says where it stopped also where nothing follows.
    Limit: query.filter ? filteredChunk : query.limit + 1,
    ExclusiveStartKey: startKey,
    ConsistentRead: query.consistent,
  };
}

function keyNames(index: IndexName | undefined): [string, string] {
  return index ? [`${index}pk`, `${index}sk`] : ['pk', 'sk'];
}

/** The cursor holds every key attribute except the partition, which the query has anyway. */
function cursorKeyNames(query: Pick<PageQuery, 'index'>): string[] {
  return query.index ? ['pk', 'sk', `${query.index}sk`] : ['sk'];
}

/** The cursor that continues a list after `item`. */
export function cursorAfter(query: Pick<PageQuery, 'list' | 'index'>, item: Item): string {
  return cursorAt(query, item as unknown as Record<string, string>);
}

function cursorAt(query: Pick<PageQuery, 'list' | 'index'>, item: Record<string, string>): string {
  return encodeCursor(query.list, Object.fromEntries(cursorKeyNames(query).map((name) => [name, item[name]!])));
}

function keyFromCursor(query: PageQuery, cursor: string): Record<string, string> {
  const [partitionName] = keyNames(query.index);
  return { ...decodeCursor(query.list, cursorKeyNames(query), cursor), [partitionName]: query.partition };
}
