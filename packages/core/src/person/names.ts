/**
 * By which administrators find people by name: an index of names without accents, in three orders of their words.
 * In the table and not in the search, whose files travel to every instance that answers the public: most people have no public
 * profile. In an index of the person's own item and not in items beside it, so that a new name, and an erasure, changes one item.
 */
import { peoplePartition } from '../db/keys.ts';
import { foldedName } from '../shared/folded-name.ts';
import type { PersonId } from '../shared/ids.ts';

/** The indexes, in the order in which they are read. */
export const nameOrders = ['gsi1', 'gsi2', 'gsi3'] as const;
export type NameOrder = (typeof nameOrders)[number];

/** The longest part of a name in a key, characters; DynamoDB takes 1,024 bytes. */
const longest = 120;

/**
 * A name in the orders in which people type it: from the family name on, from the given name, and from the two last words, as many
 * given names are two words. `Nguyễn Thị Minh Anh` is found by `nguyen thi`, `anh` and `minh anh`.
 */
export function nameOrdersOf(name: string): Record<NameOrder, string> {
  const words = foldedName(name).split(' ');
  const from = (start: number) => [...words.slice(start), ...words.slice(0, start)].join(' ').slice(0, longest);
  return { gsi1: from(0), gsi2: from(words.length - 1), gsi3: from(Math.max(0, words.length - 2)) };
}

/** The keys of a person in the index of names. */
export function nameKeys(id: PersonId, name: string): Record<string, string> {
  const entries = Object.entries(nameOrdersOf(name)).flatMap(([index, order]) => [
    [`${index}pk`, peoplePartition],
    [`${index}sk`, `${order}#${id}`],
  ]);
  return Object.fromEntries(entries);
}
