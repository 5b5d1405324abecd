/** A migration of November 2026: organisations stand in the list of all, by their names, with their state. */
import { cardKey, type Item } from '../db/keys.ts';
import { listedFields, type StoredOrganisation } from '../organisation/repo.ts';
import type { OrganisationId } from '../shared/ids.ts';
import type { Migration } from './rules.ts';

export const organisationsByName: Migration = {
  id: '0008-organisations-by-name',
  describe: 'Organisations stand in a list of all',
  sortKeys: [cardKey('' as OrganisationId).sk],
  up(item: Item) {
    if (!item.pk.startsWith('org_') || item.gsi1pk !== undefined) return undefined;
    return { ...item, ...listedFields(item as unknown as StoredOrganisation) };
  },
};
