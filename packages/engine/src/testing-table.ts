/** The plainest table there is, for the engine's own tests. */
import type { TableDefinition } from './table.ts';

export const plainTable: TableDefinition = {
  partitionKey: 'pk',
  sortKey: 'sk',
  streamView: 'NEW_AND_OLD_IMAGES',
  indexes: [],
};
