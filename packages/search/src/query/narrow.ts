/** Filters as SQL over `doc`, alias `d`. */
import type { ListFilter } from '@hanoi/core/search/schema';

export type Filter = Partial<Omit<ListFilter, 'sort'>> & { kind?: string };

export type Narrowed = { sql: string; values: (string | number)[] };

/** Conditions that follow a WHERE, each beginning with AND; empty for an empty filter. */
export function narrow(filter: Filter): Narrowed {
  const parts: string[] = [];
  const values: (string | number)[] = [];
  for (const name of ['kind', 'programme', 'status', 'origin', 'organisation', 'year'] as const) {
    const value = filter[name];
    if (value === undefined) continue;
    parts.push(`d.${name} = ?`);
    values.push(value);
  }
  if (filter.ward?.length) {
    parts.push(`d.ward IN (${filter.ward.map(() => '?').join(', ')})`);
    values.push(...filter.ward);
  }
  if (filter.tag !== undefined) {
    parts.push('d.n IN (SELECT n FROM doc_tag WHERE tag = ?)');
    values.push(filter.tag);
  }
  return { sql: parts.map((part) => ` AND ${part}`).join(''), values };
}
