/** The index of the Lambda `search`: a replica on its own disk, which begins with a snapshot and follows the table. */
import { tmpdir } from 'node:os';
import { second } from '@hanoi/core/shared/time';
import {
  type IndexFromSnapshots,
  openIndexFromSnapshots,
  type Watcher,
} from '@hanoi/search/snapshot/index-from-snapshots';
import { countIndexOpened, countIndexUse } from '../metrics.ts';
import { systemContext } from '../system-context.ts';
import { replicaFile } from './replica-file.ts';
import { snapshotBucket } from './snapshot-bucket.ts';

/** Nothing is opened yet. `SEARCH_OLDEST_MS` says how old the replica may be when it answers, milliseconds. */
export function lambdaIndex(): IndexFromSnapshots {
  return openIndexFromSnapshots({
    file: replicaFile,
    store: snapshotBucket(),
    ctx: () => systemContext('search'),
    watcher: createWatcher(),
    oldest: Number(process.env.SEARCH_OLDEST_MS ?? 2_000),
  });
}

/** Uses that are worth a line each: of an older replica than people are promised. */
const late = 5 * second;
/** Of all other uses, one in so many milliseconds is counted: each costs a line of the log. */
const every = 60 * second;

function createWatcher(): Watcher {
  let countedAt = Number.NEGATIVE_INFINITY;
  return {
    opened(from, tookMs) {
      countIndexOpened(from, tookMs);
      systemContext('search').log.info('replica_opened', { from, tookMs: Math.round(tookMs) });
    },
    asked(ageMs, wasReady) {
      const now = performance.now();
      if (wasReady && (ageMs ?? 0) < late && now - countedAt < every) return;
      countedAt = now;
      countIndexUse({ ageMs, wasReady, disk: tmpdir() });
    },
  };
}
