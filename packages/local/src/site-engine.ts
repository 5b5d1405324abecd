/** The engine as the one-machine site uses it: for one table, of whose stream it keeps what the consumers ask for. */

import type { Engine } from '@hanoi/engine/engine';
import { type EngineOptions, startEngine } from '@hanoi/engine/start';
import type { Unread } from '@hanoi/engine/unread';
import { streamConsumers } from '@hanoi/functions/stream/catalogue';
import { filterOf } from '@hanoi/functions/stream/wanted';

/** What the one-machine site calls its table. */
export const siteTable = 'hanoi-ideas';

/** What of that table's stream nobody reads. */
export const siteUnread: Unread = { table: siteTable, filters: filterOf({ consumers: streamConsumers }) };

/** Where the pump notes how far it has read the table's stream, in the data folder. */
export const checkpointName = 'stream-checkpoint.json';

/** Starts it, as `startEngine` does. Throws as that does. */
export function startSiteEngine(options: Omit<EngineOptions, 'unread' | 'writtenAfterTable'>): Promise<Engine> {
  return startEngine({ ...options, unread: siteUnread, writtenAfterTable: checkpointName });
}
