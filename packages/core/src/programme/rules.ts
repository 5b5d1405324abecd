/** Which programmes there are, by what a site begins with and what was changed since. Pure. */
import { officialProgrammes } from './official-list.ts';
import type { Programme } from './schema.ts';

/** All programmes in their order: what is stored goes before the list that a site begins with, and adds to it. */
export function withOfficial(stored: readonly Programme[]): Programme[] {
  const all = new Map([...officialProgrammes, ...stored].map((programme) => [programme.code, programme]));
  return [...all.values()].toSorted((one, other) => one.order - other.order || (one.code < other.code ? -1 : 1));
}
