/** Which programmes there are, by what a site begins with and what was changed since; new codes, names that are free. Pure. */
import { AppError } from '../shared/app-error.ts';
import { foldedName } from '../shared/folded-name.ts';
import { officialProgrammes } from './official-list.ts';
import type { Programme } from './schema.ts';

/** All programmes in their order: what is stored goes before the list that a site begins with, and adds to it. */
export function withOfficial(stored: readonly Programme[]): Programme[] {
  const all = new Map([...officialProgrammes, ...stored].map((programme) => [programme.code, programme]));
  return [...all.values()].toSorted((one, other) => one.order - other.order || (one.code < other.code ? -1 : 1));
}

/** The next of P1, P2, …: retired ones count, so no code is used again. */
export function nextCode(programmes: readonly Programme[]): string {
  const numbers = programmes.map(({ code }) => Number(/^P(\d+)$/.exec(code)?.[1] ?? 0));
  return `P${Math.max(0, ...numbers) + 1}`;
}

/** The place behind all others, up to the last there is. */
export function lastPlace(programmes: readonly Programme[]): number {
  return Math.min(999, Math.max(0, ...programmes.map(({ order }) => order)) + 1);
}

type Names = Pick<Programme, 'code' | 'name' | 'nameEn' | 'short' | 'shortEn'>;

/** Nobody could tell two programmes of one name from each other, however it is written. @throws invalid_input */
export function assertNamesFree(programmes: readonly Programme[], wanted: Names): void {
  const others = programmes.filter(({ code }) => code !== wanted.code);
  const taken = (['name', 'nameEn', 'short', 'shortEn'] as const).filter((field) =>
    others.some((other) => other[field].toLowerCase() === wanted[field].toLowerCase()),
  );
  if (taken.length === 0) return;
  const fields = taken.map((field) => ({ path: `/${field}`, code: 'name_taken', message: '' }));
  throw new AppError('invalid_input', { fields });
}

/** A programme's term ends after it begins, whichever of both was changed. @throws invalid_input */
export function assertTerm({ from, to }: Pick<Programme, 'from' | 'to'>): void {
  if (!from || !to || from <= to) return;
  throw new AppError('invalid_input', { fields: [{ path: '/to', code: 'until_before_from', message: '' }] });
}

/** So many former names are kept, the latest. */
const mostFormer = 20;

/** The names a programme had before, once it is called as in `after`; one that it has again is none. */
export function formerNamesOf(before: Programme, after: Pick<Programme, 'name' | 'nameEn'>): string[] {
  const all = new Set([...before.formerNames, before.name, before.nameEn]);
  return [...all].filter((name) => name !== after.name && name !== after.nameEn).slice(-mostFormer);
}

/** More than these say nothing: the beginning is in many names. */
const mostLike = 2;

/**
 * Programmes with what was typed at the beginning of words of a name, with or without accents, by their name in the language in which it
 * was found; none where it is in too many. Former names count.
 */
export function programmesLike(programmes: readonly Programme[], typed: string): { code: string; text: string }[] {
  const wanted = ` ${foldedName(typed)}`;
  if (wanted.trim() === '') return [];
  const isIn = (names: readonly string[]) => names.some((name) => ` ${foldedName(name)}`.includes(wanted));
  const found = programmes.flatMap(({ code, name, nameEn, short, shortEn, formerNames }) => {
    if (isIn([name, short, code, ...formerNames])) return [{ code, text: name }];
    return isIn([nameEn, shortEn]) ? [{ code, text: nameEn }] : [];
  });
  return found.length > mostLike ? [] : found;
}
