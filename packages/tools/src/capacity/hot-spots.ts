/** The load of the busiest partitions while many people vote on one challenge, from the keys that are written and read. */
import { voteShards } from '@hanoi/core/db/keys';
import { projectionsOf, shareRequested } from './demand.ts';
import type { Measurements } from './measure.ts';
import { type PartitionLoad, shareOf, type Units } from './partition-load.ts';

/** A partition, or one of the shards that share a name but for their number. */
export type HotSpot = Units & { partition: string; share: number };

/** What each partition takes in a second in which so many vote, and load so many pages each; the busiest first. */
export function hotSpotsAt(
  { votes, voters, page, viewer, projection }: Measurements['load'],
  burst: { votesPerSecond: number; pagesPerVote: number; webMs: number },
): HotSpot[] {
  const sum = new Map<string, Units>();
  const add = (load: PartitionLoad, times: number) => {
    for (const [partition, units] of load) {
      // What belongs to one person takes what one person does.
      if (partition.includes('per_')) continue;
      const part = shard.test(partition) ? times / voteShards : times;
      const name = nameOf(partition);
      const { rcu, wcu } = sum.get(name) ?? { rcu: 0, wcu: 0 };
      sum.set(name, { rcu: rcu + units.rcu * part, wcu: wcu + units.wcu * part });
    }
  };
  add(votes, burst.votesPerSecond / voters);
  const pages = burst.votesPerSecond * burst.pagesPerVote;
  add(viewer, pages);
  add(page, pages * shareRequested(burst.webMs));
  add(projection, projectionsOf(burst.votesPerSecond));
  return [...sum]
    .map(([partition, units]) => ({ partition, ...units, share: shareOf(units) }))
    .sort((one, other) => other.share - one.share);
}

const shard = /#\d+$/;
const nameOf = (partition: string) => partition.replace(/_[0-9A-HJKMNP-TV-Z]{26}/g, '_…').replace(shard, '#shard');
