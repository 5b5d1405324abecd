/** The hottest partitions while a crowd supports one challenge, from the keys really written and read. */
import { challengeContract } from '@hanoi/core/challenge/contract';
import { voteShards } from '@hanoi/core/db/keys';
import { shardOf } from '@hanoi/core/shared/hash';
import { newId } from '@hanoi/core/shared/ids';
import { createChance } from '../bench/fill/world.ts';
import { projectionsOf } from './demand.ts';
import type { Measurements } from './measure.ts';
import { type PartitionLoad, shareOf, type Units } from './partition-load.ts';

/** A partition, or the fullest of those that share a name but for the shard. */
export type HotSpot = Units & { partition: string; share: number };

/** What each partition takes in a second in which so many vote, and load so many pages each; the hottest first. */
export function hotSpotsAt(
  { votes, voters, page, viewer, projection }: Measurements['load'],
  crowd: { votesPerSecond: number; pagesPerVote: number; webMs: number },
  fullestShare: number,
): HotSpot[] {
  const sum = new Map<string, Units>();
  const add = (load: PartitionLoad, times: number) => {
    for (const [partition, units] of load) {
      // What belongs to one person takes what one person does.
      if (partition.includes('per_')) continue;
      const part = isSharded(partition) ? times * fullestShare : times;
      const name = nameOf(partition);
      const { rcu, wcu } = sum.get(name) ?? { rcu: 0, wcu: 0 };
      sum.set(name, { rcu: rcu + units.rcu * part, wcu: wcu + units.wcu * part });
    }
  };
  add(votes, crowd.votesPerSecond / voters);
  const pages = crowd.votesPerSecond * crowd.pagesPerVote;
  add(viewer, pages);
  add(page, pages * shareAskedFor(crowd.webMs));
  add(projection, projectionsOf(crowd.votesPerSecond));
  return [...sum]
    .map(([partition, units]) => ({ partition, ...units, share: shareOf(units) }))
    .sort((one, other) => other.share - one.share);
}

/**
 * The share of a crowd's pages for which what everybody sees is asked of the API: each instance of the pages' function keeps
 * it, and makes pages one after the other, in so many milliseconds each, without a pause.
 */
export function shareAskedFor(webMs: number): number {
  return Math.min(1, webMs / 1_000 / challengeContract.getChallenge.sharedCacheSeconds);
}

/** The share of the fullest shard when so many people, with ids as they are made, are dealt out to the shards. */
export function fullestShareOf(people: number): number {
  const counts = new Array<number>(voteShards).fill(0);
  const ctx = { now: () => new Date(0), random: createChance(people) };
  for (let number = 0; number < people; number++) counts[shardOf(newId('person', ctx), voteShards)]!++;
  return Math.max(...counts) / people;
}

const shard = /#\d+$/;
const isSharded = (partition: string) => shard.test(partition);
const nameOf = (partition: string) => partition.replace(/_[0-9A-HJKMNP-TV-Z]{26}/g, '_…').replace(shard, '#fullest');
