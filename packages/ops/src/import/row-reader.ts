/** Reads the cells of one row through the map, and gathers what is wrong with them. */
import type { Binding } from './column-map.ts';
import { readTime } from './dates.ts';
import { type ColumnMap, type FieldName, fieldOf, listOf } from './map-schema.ts';

/** What is wrong with a cell. */
export type CellError = { field: FieldName; column: string; value: string; message: string };

export type RowReader = {
  errors: CellError[];
  refuse(field: FieldName, message: string): void;
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
  const refuse = (field: FieldName, message: string) => {
    if (errors.some((error) => error.field === field)) return;
    const column = binding.column(field, cells);
    errors.push({ field, column, value: raw(field).slice(0, longestShown), message });
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
    refuse,
    texts,
    parts,
    value: (field) => (binding.has(field) ? translate(field, raw(field)) : (fieldOf(map, field)?.default ?? '')),
    time(field) {
      const spec = fieldOf(map, field);
      const text = raw(field);
      if (!text) return undefined;
      const read = readTime(text, { formats: listOf(spec?.format), timeZone: spec?.timeZone });
      if (!read) refuse(field, 'no date that is understood: give its format in the map');
      return read;
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
