/**
 * Job: stores a snapshot of the search index, with which functions begin that have none yet. Its own replica begins with the
 * newest snapshot; one that has not come to the end of the index of changes in time is stored too, and continued by the next run.
 */
import { after, minute } from '@hanoi/core/shared/time';
import { createFollower } from '@hanoi/search/follow/follower';
import { makeSnapshot } from '@hanoi/search/snapshot/make';
import { openFromSnapshot } from '@hanoi/search/snapshot/open';
import { countIndexOpened } from '../metrics.ts';
import { replicaFile } from '../search/replica-file.ts';
import { snapshotBucket } from '../search/snapshot-bucket.ts';
import { jobOf } from './context.ts';

/** A Lambda ends after 15 minutes; copying and sending a large replica takes two of them. */
const longest = 11 * minute;

export const handler = jobOf('search-snapshot', async (ctx) => {
  const until = after(ctx.now(), longest);
  const store = snapshotBucket();
  const began = performance.now();
  const { db, from } = await openFromSnapshot({ file: replicaFile, store, ctx });
  countIndexOpened(from, performance.now() - began);
  try {
    const applied = await createFollower({ db, ctx: () => ctx }).catchUp(until);
    const { asOf, bytes, file } = await makeSnapshot({ db, store, copy: `${replicaFile}.copy`, now: ctx.now });
    const result = { done: asOf !== null, from, applied, asOf, bytes, file };
    ctx.log.info('snapshot_stored', result);
    return result;
  } finally {
    db.close();
  }
});
