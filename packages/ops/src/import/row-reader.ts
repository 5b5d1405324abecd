/** Reads the cells of one row through the map, and gathers what is wrong with them. */
import type { Binding } from './column-map.ts';
import { readTime } from './dates.ts';
import { type ColumnMap, type FieldName, fieldOf, listOf } from './map-schema.ts';

/** What is wrong with a cell. */
export type CellError = {
  field: FieldName;
  column: string;
  value: string;
  message: string;
  /** What it is counted under at the end, such as `too little text`. */
  reason: string;
};

export type RowReader = {
  errors: CellError[];
  /** `reason` is what the report counts; that of several kinds of message is the field. */
  refuse(field: FieldName, message: string, reason?: string): void;
  /** Says what was lost of a cell that is taken all the same. */
  warn(field: FieldName, message: string): void;
  warnings: CellError[];
  /** The cells of a field as they are: one, or several where the map joins. */
  texts(field: FieldName): string[];
  /** The value of a field: the cell's, translated where the map says so; empty when there is none. */
  value(field: FieldName): string;
  /** The values of a cell that holds several. */
  parts(field: FieldName): string[];
  time(field: FieldName): Date | undefined;
  number(field: FieldName): number | undefined;
};

const plain = (value: string) => value.normalize('NFC').trim().toLowerCase();
const longestShown = 80;

/** A reader of `cells`. */
export function createReader(map: ColumnMap, binding: Binding, cells: readonly string[]): RowReader {
  const errors: CellError[] = [];
  const texts = (field: FieldName) => binding.texts(field, cells);
  const raw = (field: FieldName) => texts(field).join(fieldOf(map, field)?.join ?? '');
  const warnings: CellError[] = [];
  const noted = (field: FieldName, message: string, reason: string): CellError => {
    const column = binding.column(field, cells);
    return { field, column, value: raw(field).slice(0, longestShown), message, reason };
  };
  const refuse = (field: FieldName, message: string, reason = `wrong ${field}`) => {
    if (!errors.some((error) => error.field === field)) errors.push(noted(field, message, reason));
  };
  const parts = (field: FieldName) => {
    const separator = fieldOf(map, field)?.separator ?? /[,;|]/;
    return raw(field)
      .split(separator)
      .map((part) => part.trim())
      .filter(Boolean);
  };

  /** Of several values in one cell, the first that has a translation counts. */
  const translate = (field: FieldName, value: string): string => {
    const spec = fieldOf(map, field);
    if (!spec?.values) return value || (spec?.default ?? '');
    const table = new Map(Object.entries(spec.values).map(([theirs, ours]) => [plain(theirs), ours]));
    const known = [value, ...(spec.separator ? parts(field) : [])].find((part) => table.has(plain(part)));
    if (known !== undefined) return table.get(plain(known))!;
    const other = value ? (table.get('*') ?? spec.default) : (spec.default ?? '');
    if (other === undefined) refuse(field, 'the map does not name this value');
    return other ?? '';
  };

  return {
    errors,
    warnings,
    refuse,
    warn: (field, message) => void warnings.push(noted(field, message, 'text lost')),
    texts,
    parts,
    value: (field) => (binding.has(field) ? translate(field, raw(field)) : (fieldOf(map, field)?.default ?? '')),
    time(field) {
      const spec = fieldOf(map, field);
      const text = raw(field);
      if (!text) return undefined;
      const order = map.dateOrder;
      const read = readTime(text, { formats: listOf(spec?.format), timeZone: spec?.timeZone, order });
      if (read instanceof Date) return read;
      if (read === 'unknown') refuse(field, 'no date that is understood: give its format in the map');
      else
        refuse(field, 'day and month could change places: give "dateOrder" in the map, "day-first" or "month-first"');
      return undefined;
    },
    number(field) {
      const text = raw(field).replace(',', '.');
      if (!text) return undefined;
      const read = Number(text);
      if (!Number.isFinite(read)) refuse(field, 'is not a number');
      return Number.isFinite(read) ? read : undefined;
    },
  };
}
