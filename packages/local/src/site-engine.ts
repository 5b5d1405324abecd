/** The engine as the one-machine site uses it: for one table, of whose stream it keeps what the consumers ask for. */
import { streamConsumers } from '@hanoi/functions/stream/catalogue';
import { filterOf } from '@hanoi/functions/stream/wanted';
import type { Engine } from './engine/engine.ts';
import { type EngineOptions, startEngine } from './engine/start.ts';
import type { Unread } from './engine/unread.ts';

/** What the one-machine site calls its table. */
export const siteTable = 'hanoi-ideas';

/** What of that table's stream nobody reads. */
export const siteUnread: Unread = { table: siteTable, filters: filterOf({ consumers: streamConsumers }) };

/** Starts it, as `startEngine` does. Throws as that does. */
export function startSiteEngine(options: Omit<EngineOptions, 'unread'>): Promise<Engine> {
  return startEngine({ ...options, unread: siteUnread });
}
