/** A migration of November 2026: people are found by their names, without accents. */
import { type Item, personKey } from '../db/keys.ts';
import { nameKeys } from '../person/names.ts';
import type { PersonId } from '../shared/ids.ts';
import type { Migration } from './rules.ts';

export const peopleByName: Migration = {
  id: '0007-people-by-name',
  describe: 'People are found by their names',
  sortKeys: [personKey('' as PersonId).sk],
  up(item: Item & { name?: string }) {
    if (typeof item.name !== 'string' || item.gsi1pk !== undefined) return undefined;
    return { ...item, ...nameKeys(item.pk as PersonId, item.name) };
  },
};
