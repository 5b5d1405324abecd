/**
 * The migrations of stored items, oldest first. An item's shape changes in two deployments: the first (expand) reads both
 * shapes and writes the new one; then the migration runs; the second (contract) no longer knows the old one. A migration
 * stays in the list as long as a data folder that needs it may be opened.
 */

import { normalTimes, smallCards, wholeBodies } from './november-2026.ts';
import { oneList } from './one-list.ts';
import { oneMailbox } from './one-mailbox.ts';
import { oneSpelling } from './one-spelling.ts';
import { organisationsByName } from './organisations-by-name.ts';
import { peopleByName } from './people-by-name.ts';
import type { Migration } from './rules.ts';
import { showings } from './showings.ts';

export const migrations: readonly Migration[] = [
  wholeBodies,
  smallCards,
  normalTimes,
  oneMailbox,
  oneSpelling,
  oneList,
  peopleByName,
  organisationsByName,
  showings,
];
