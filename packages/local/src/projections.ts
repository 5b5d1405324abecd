/** The pump of the site's own table, and the workers of its queues. They run the deployed functions, and save their positions in the data folder. */
import { join } from 'node:path';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { Engine } from '@hanoi/engine/engine';
import type { Log } from '@hanoi/engine/log';
import { createPositionNote } from '@hanoi/engine/position';
import { openQueueStore } from '@hanoi/engine/queue/store';
import { queues } from '@hanoi/functions/queue/catalogue';
import { useQueues } from '@hanoi/functions/queue/port-in-force';
import { streamReaders } from '@hanoi/functions/stream/catalogue';
import { deadLetterFile, type Unfiled } from './file-dead-letters.ts';
import { deployedReader } from './pump/deployed.ts';
import { type Pump, startPump } from './pump/pump.ts';
import { startWorkers } from './queue/workers.ts';
import { checkpointName } from './site-engine.ts';

/** Lambda collects records for seconds to save calls; here people should see their own click counted at once while the site is quiet. */
const CALM_WINDOW_MS = 100;

export type Projections = Pump & {
  /** Where dead letters are until they are filed. */
  unfiled: Unfiled;
  /** Resolves when the stream is read to its end; work in the queues may continue. */
  projected(): Promise<void>;
};

export type ProjectionOptions = {
  client: DynamoDBClient;
  streamsClient: DynamoDBStreamsClient;
  tableName: string;
  dataDir: string;
  engineKind: Engine['kind'];
  log: Log;
  /** Whether there is a burst of writes. */
  inBurst?: () => boolean;
  /** Called after each step forward of a consumer. */
  onApplied?: () => void;
  /** Called when the pump lost records: everything must be projected again. */
  onGap?: () => void;
};

/**
 * Starts projecting what was written since the position saved in the data folder, and the workers of its queues. Only for
 * the process that has the folder. `idle` waits for both.
 * @throws QueueFileError when the file of the queues cannot be used
 */
export async function startProjections(options: ProjectionOptions): Promise<Projections> {
  const { client, streamsClient, tableName, dataDir, log } = options;
  const embedded = options.engineKind === 'dynoxide';
  const store = openQueueStore({ file: join(dataDir, 'queue.sqlite'), log });
  store.release();
  const unfiled = { store, file: deadLetterFile(dataDir) };
  useQueues(store);
  const workers = startWorkers({ source: store, queues, log, onWorked: options.onApplied });
  store.onSend((queue) => workers.wake(queue));
  const stopWorking = async () => {
    await workers.stop();
    store.close();
  };
  const pump = await startPump({
    streamsClient,
    tableName,
    consumers: streamReaders.map((reader) => ({ ...deployedReader(reader), windowMs: CALM_WINDOW_MS })),
    checkpointFile: join(dataDir, checkpointName),
    deadLetterFile: unfiled.file,
    log,
    contiguous: embedded,
    inBurst: options.inBurst,
    onApplied: options.onApplied,
    onGap: options.onGap,
    ...(embedded && { onSaved: createPositionNote(client, tableName, log) }),
  }).catch(async (error: unknown) => {
    await stopWorking();
    throw error;
  });
  return {
    unfiled,
    nudge: pump.nudge,
    projected: pump.idle,
    async idle() {
      // What workers write goes through the stream again.
      do await pump.idle();
      while (await workers.idle());
    },
    async stop() {
      await pump.stop();
      await stopWorking();
    },
  };
}
