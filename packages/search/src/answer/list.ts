/** Lists of one kind by any filters, in any order: whole pages, and how many there are. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Card } from '@hanoi/core/card/schema';
import type { CountedPage, ListRequest } from '@hanoi/core/search/port';
import { AppError } from '@hanoi/core/shared/app-error';
import { decodeCursor, encodeCursor } from '@hanoi/core/shared/page';
import { LRUCache } from 'lru-cache';
import { type Filter, narrow } from '../query/narrow.ts';
import { statementsOf } from '../replica/statements.ts';
import type { FoundReader } from './found.ts';

const orders = {
  new: { column: undefined, direction: 'DESC' },
  top: { column: 'support', direction: 'DESC' },
  trending: { column: 'trend', direction: 'DESC' },
  closing: { column: 'closes', direction: 'ASC' },
} as const;

/** Fewer than this are sorted; of more, an index in the wanted order is read until the page is full. */
const fewEnoughToSort = 2_000;
/** Said so that SQLite may use the indexes that leave comments out: it compares the words of this condition with theirs. */
const withoutComments = (filter: Filter) => (filter.kind === 'comment' ? '' : " AND d.kind <> 'comment'");
/** How long a count is taken as it was, milliseconds: as long as caches keep the page. */
const countAge = 2_000;

export type Lists = {
  list<C extends Card>(request: ListRequest): CountedPage<C>;
  /** The numbers of the first of a list, in its order. */
  numbers(filter: Filter & { sort: ListRequest['sort'] }, most: number): number[];
  count(filter: Filter): number;
};

/** The lists of the replica in `db`. */
export function openLists(db: DatabaseSync, reader: FoundReader): Lists {
  const prepared = statementsOf(db);
  const counts = new LRUCache<string, number>({ max: 2_000, ttl: countAge });

  const count = (filter: Filter): number => {
    const key = JSON.stringify(filter);
    const known = counts.get(key);
    if (known !== undefined) return known;
    const { sql, values } = narrow(filter);
    const { total } = prepared(
      `SELECT count(*) AS total FROM doc d WHERE d.shown = 1${withoutComments(filter)}${sql}`,
    ).get(...values) as {
      total: number;
    };
    counts.set(key, total);
    return total;
  };

  return {
    count,
    numbers({ sort, ...filter }, most) {
      const page = pageQuery(filter, sort, undefined, count(filter) <= fewEnoughToSort);
      return (prepared(page.sql).all(...page.values, most) as { n: number }[]).map(({ n }) => n);
    },
    list<C extends Card>({ sort, limit, cursor, ...filter }: ListRequest): CountedPage<C> {
      const total = count(filter);
      const list = JSON.stringify([filter, sort]);
      const page = pageQuery(filter, sort, cursor && keyOf(list, cursor, sort), total <= fewEnoughToSort);
      const rows = prepared(page.sql).all(...page.values, limit + 1) as {
        n: number;
        id: string;
        key: number | string;
      }[];
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        items: reader.cards<C>(shown.map(({ n }) => n)),
        total,
        organisation: reader.organisation(filter.organisation),
        nextCursor: rows.length > limit && last ? encodeCursor(list, { id: last.id, key: String(last.key) }) : null,
      };
    },
  };
}

type Key = { id: string; key: string };

/** @throws invalid_cursor */
function keyOf(list: string, cursor: string, sort: keyof typeof orders): Key {
  const { id = '', key = '' } = decodeCursor(list, ['id', 'key'], cursor);
  const isNumber = sort === 'top' || sort === 'trending';
  if (isNumber && !Number.isFinite(Number(key))) throw new AppError('invalid_cursor');
  return { id, key };
}

/** The SQL of a page: `n`, `id` and key of each row, one more than is wanted; `isSorted` when few enough fit to be sorted. */
export function pageQuery(filter: Filter, sort: keyof typeof orders, from: Key | '' | undefined, isSorted: boolean) {
  const { column, direction } = orders[sort];
  const { sql, values } = narrow(filter);
  const beyond = direction === 'DESC' ? '<' : '>';
  // A plus keeps SQLite from reading the whole list in its order, where the index of a filter finds the few that are sorted.
  const plus = isSorted ? '+' : '';
  const [key, id] = [`${plus}d.${column}`, `${plus}d.id`];
  const order = column ? `${key} ${direction}, ${id} ${direction}` : `${id} ${direction}`;
  const start = from ? (column ? ` AND (${key}, ${id}) ${beyond} (?, ?)` : ` AND ${id} ${beyond} ?`) : '';
  const startValues: SQLInputValue[] = from ? (column ? [keyValue(sort, from.key), from.id] : [from.id]) : [];
  const present = column === 'closes' ? ' AND d.closes IS NOT NULL' : '';
  const source = isSorted || filter.kind === 'comment' ? 'doc d' : `doc d INDEXED BY doc_${sort}`;
  return {
    sql: `SELECT d.n, d.id, ${column ? `d.${column}` : 'd.id'} AS key FROM ${source}
      WHERE d.shown = 1${withoutComments(filter)}${sql}${present}${start} ORDER BY ${order} LIMIT ?`,
    values: [...values, ...startValues],
  };
}

function keyValue(sort: keyof typeof orders, key: string): SQLInputValue {
  return sort === 'closing' ? key : Number(key);
}
