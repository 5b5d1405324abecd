/** The column map: which of their columns fill our fields, and how their values read here. Described in docs/import.md. */

import { textLimits } from '@hanoi/core/card/schema';
import { lineOfText } from '@hanoi/core/shared/text';
import { z } from '@hanoi/core/shared/zod';
import { dateOrders } from './dates.ts';

const columns = z.union([z.string(), z.array(z.string()).min(1)]);

const fieldSchema = z.union([
  columns,
  z.strictObject({
    /** One column, or several of which the first that is filled counts. `name/*` stands for every column that starts so. */
    column: columns.optional(),
    /** Takes all filled columns instead of the first, with this between them. */
    join: z.string().optional(),
    /** The same for every row. */
    constant: z.string().optional(),
    /** Their values and ours; "*" stands for any other, "" for an empty cell. */
    values: z.record(z.string(), z.string()).optional(),
    /** For an empty cell, or a value that `values` does not name. */
    default: z.string().optional(),
    /** Between several values in one cell. */
    separator: z.string().min(1).optional(),
    /** Of dates, such as dd/MM/yyyy HH:mm; without it the common ones are understood. */
    format: columns.optional(),
    /** Of times that carry no offset. */
    timeZone: z.string().optional(),
    /** The file may lack the columns. */
    optional: z.boolean().default(false),
  }),
]);

/** Our fields. The first three must be there. */
export const fieldNames = [
  'id',
  'title',
  'body',
  'summary',
  'programme',
  'tags',
  'ward',
  'district',
  'lat',
  'lng',
  'status',
  'createdAt',
  'closesAt',
  'endedAt',
  'endReason',
  'author',
  'url',
] as const;
export type FieldName = (typeof fieldNames)[number];

const optionalFields = Object.fromEntries(fieldNames.slice(3).map((name) => [name, fieldSchema.optional()])) as Record<
  Exclude<FieldName, 'id' | 'title' | 'body'>,
  z.ZodOptional<typeof fieldSchema>
>;

export const columnMapSchema = z.strictObject({
  /** For readers of the map. */
  about: z.string().optional(),
  source: z.strictObject({
    /** Keeps this city's ids apart from another's: the same in every run. */
    id: z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'small letters, digits, dots and hyphens'),
    /** The author's name where the file gives none. */
    name: lineOfText(2, 60),
    /** Markdown put below every text; `{id}` and `{url}` are filled in, and it is left out where one of them is empty. */
    credit: z.string().optional(),
  }),
  /** Whether 05/12/2025 is the fifth of December or the twelfth of May; such dates are refused as long as nothing is said. */
  dateOrder: z.enum(dateOrders).optional(),
  /** Characters that are enough for imported texts, where fewer than usual are to be taken: such texts are marked. */
  minimum: z
    .strictObject({
      title: z.number().int().min(1).max(textLimits.title[0]),
      body: z.number().int().min(1).max(textLimits.body[0]),
    })
    .partial()
    .optional(),
  /** What to do with a ward nobody knows here. */
  unknownWard: z.enum(['refuse', 'ignore']).default('refuse'),
  fields: z.strictObject({ id: fieldSchema, title: fieldSchema, body: fieldSchema, ...optionalFields }),
});
export type ColumnMap = z.output<typeof columnMapSchema>;
export type Source = ColumnMap['source'];

type Field = Exclude<z.output<typeof fieldSchema>, string | string[]>;

/** A field of the map, written out; undefined when the map does not have it. */
export function fieldOf(map: ColumnMap, name: FieldName): Field | undefined {
  const field = map.fields[name];
  if (field === undefined) return undefined;
  return typeof field === 'string' || Array.isArray(field) ? { column: field, optional: false } : field;
}

/** One or several, as several. */
export function listOf(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : [value].flat();
}
