/** A migration of November 2026: rows of the lists that the search index answers since then. */
import { type Item, listPartition } from '../db/keys.ts';
import { isSubjectId, kindOf } from '../shared/ids.ts';
import { specOf } from '../subject/kinds.ts';
import type { Migration } from './rules.ts';

/** A card was in a list for each of its tags, its ward, its programme, its status and its origin; now it is in one. */
export const oneList: Migration = {
  id: '0006-one-list',
  describe: 'A subject is in one list of the table; the rows of the others are deleted',
  up: () => undefined,
  isObsolete: ({ pk, sk }: Item) => {
    if (!pk.startsWith(listPartition('')) || !isSubjectId(sk)) return false;
    const { path, parent } = specOf(kindOf(sk));
    return parent === null ? pk !== listPartition(path) : !pk.startsWith(`${listPartition(path)}:`);
  },
};
