/** Finds, reads and checks a column map, and binds it to the columns a file really has. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '@hanoi/core/shared/zod';
import { InputError } from './input-error.ts';
import { type ColumnMap, columnMapSchema, type FieldName, fieldNames, fieldOf, listOf } from './map-schema.ts';

const folder = join(import.meta.dirname, 'maps');

/** Names of the maps that come with the project. */
export function readyMapNames(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
}

/** Reads a map by the name of a ready-made one, or by path. Throws InputError. */
export function readMap(nameOrPath: string): ColumnMap {
  const file = readyMapNames().includes(nameOrPath) ? join(folder, `${nameOrPath}.json`) : nameOrPath;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new InputError(`There is no map ${nameOrPath}. Ready-made: ${readyMapNames().join(', ')}; or give a file.`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new InputError(`The map ${nameOrPath} is not JSON: ${(error as Error).message}`);
  }
  return checkMap(nameOrPath, json);
}

/** Checks what is meant to be a map. Throws InputError naming what is wrong. */
export function checkMap(name: string, json: unknown): ColumnMap {
  const parsed = columnMapSchema.safeParse(json);
  if (!parsed.success) throw new InputError(`The map ${name} is wrong:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** The one ready-made map whose columns the file has. Throws InputError when there is none, or more. */
export function guessMap(header: readonly string[]): { name: string; map: ColumnMap } {
  const fitting = readyMapNames()
    .map((name) => ({ name, map: readMap(name) }))
    .filter(({ map }) => missingColumns(map, header).length === 0);
  if (fitting.length === 1) return fitting[0]!;
  const why = fitting.length === 0 ? 'No ready-made map fits' : `Several maps fit (${names(fitting)})`;
  throw new InputError(`${why}: name one with --map. The file's columns are: ${header.join(', ')}`);
}

const names = (maps: readonly { name: string }[]) => maps.map(({ name }) => name).join(', ');

/** How a map reads the cells of one file. */
export type Binding = {
  /** Whether the file can fill the field. */
  has(field: FieldName): boolean;
  /** The texts of a field: the first filled cell, or all of them where the map joins; empty when there are none. */
  texts(field: FieldName, cells: readonly string[]): string[];
  /** The column a field is read from, as the file spells it; of several, the one that is filled. */
  column(field: FieldName, cells?: readonly string[]): string;
};

/** Binds a map to a header. Throws InputError naming the columns that are missing. */
export function bindMap(map: ColumnMap, header: readonly string[]): Binding {
  const missing = missingColumns(map, header);
  if (missing.length > 0) {
    throw new InputError(`The file lacks ${missing.join(', ')}. Its columns are: ${header.join(', ')}`);
  }
  const places = new Map(fieldNames.map((name) => [name, placesOf(map, name, header)]));
  const filled = (field: FieldName, cells: readonly string[]) =>
    places.get(field)!.filter((place) => !/^\s*(?:\\N)?\s*$/.test(cells[place] ?? ''));
  return {
    has: (field) => places.get(field)!.length > 0 || fieldOf(map, field)?.constant !== undefined,
    texts(field, cells) {
      const spec = fieldOf(map, field);
      const texts = filled(field, cells).map((place) => unescaped(cells[place]!));
      if (texts.length === 0) return spec?.constant === undefined ? [] : [spec.constant];
      return spec?.join === undefined ? texts.slice(0, 1) : texts;
    },
    column(field, cells = []) {
      const place = filled(field, cells)[0] ?? places.get(field)![0];
      return place === undefined ? '' : header[place]!.trim();
    },
  };
}

/** Without what exports add: an apostrophe before what a spreadsheet would take for a formula, MySQL's backslashes. */
function unescaped(cell: string): string {
  return cell
    .trim()
    .replace(/^'(?=[=+\-@])/, '')
    .replace(/\\(["'\n])/g, '$1');
}

const plain = (name: string) => name.normalize('NFC').trim().toLowerCase();

function placesOf(map: ColumnMap, field: FieldName, header: readonly string[]): number[] {
  const found = listOf(fieldOf(map, field)?.column).flatMap((wanted) => {
    const name = plain(wanted);
    const fits = name.endsWith('*')
      ? (column: string) => plain(column).startsWith(name.slice(0, -1))
      : (column: string) => plain(column) === name;
    return header.flatMap((column, place) => (fits(column) ? [place] : []));
  });
  return [...new Set(found)];
}

/** Of each field that must be there, the columns none of which is. */
function missingColumns(map: ColumnMap, header: readonly string[]): string[] {
  return fieldNames.flatMap((field) => {
    const spec = fieldOf(map, field);
    if (!spec?.column || spec.optional || placesOf(map, field, header).length > 0) return [];
    return [`the column ${listOf(spec.column).join(' or ')} (${field})`];
  });
}
