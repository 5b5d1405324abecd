/** The pump of the site's own table: the very readers that are deployed, their place kept in the data folder. */
import { join } from 'node:path';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { Engine } from '@hanoi/engine/engine';
import type { Log } from '@hanoi/engine/log';
import { createPositionNote } from '@hanoi/engine/position';
import { streamReaders } from '@hanoi/functions/stream/catalogue';
import { deployedReader } from './pump/deployed.ts';
import { type Pump, startPump } from './pump/pump.ts';

/** Lambda gathers for seconds to save calls; here people should see their own click count at once while there is little to do. */
const CALM_WINDOW_MS = 100;

export type ProjectionOptions = {
  client: DynamoDBClient;
  streamsClient: DynamoDBStreamsClient;
  tableName: string;
  dataDir: string;
  engineKind: Engine['kind'];
  log: Log;
  /** Whether many people write just now. */
  crowded?: () => boolean;
  /** Called after each step forward of a consumer. */
  onApplied?: () => void;
  /** Called when records were lost to the pump: everything must be projected anew. */
  onGap?: () => void;
};

/** Starts projecting what was written since the place noted in the data folder. */
export function startProjections(options: ProjectionOptions): Promise<Pump> {
  const { client, streamsClient, tableName, dataDir, log } = options;
  const embedded = options.engineKind === 'dynoxide';
  return startPump({
    streamsClient,
    tableName,
    consumers: streamReaders.map((reader) => ({ ...deployedReader(reader), windowMs: CALM_WINDOW_MS })),
    checkpointFile: join(dataDir, 'stream-checkpoint.json'),
    deadLetterFile: join(dataDir, 'dlq.ndjson'),
    log,
    contiguous: embedded,
    crowded: options.crowded,
    onApplied: options.onApplied,
    onGap: options.onGap,
    ...(embedded && { onSaved: createPositionNote(client, tableName, log) }),
  });
}
