/**
 * How often transactions meet on a tally shard. DynamoDB refuses a transaction on an item that another one holds; ours is
 * tried again after a while (packages/core/src/db/transact.ts). Simulated, as no local engine refuses any.
 */
import { conflictRetries, retryDelay } from '@hanoi/core/db/transact';
import { createChance } from '../bench/fill/world.ts';

export type Crowd = {
  shards: number;
  perSecond: number;
  /** How long a transaction holds the item. */
  transactionMs: number;
  seconds?: number;
};

export type Conflicts = {
  /** Share of votes that met at least one conflict. */
  met: number;
  /** TransactionConflict exceptions a vote, on average. */
  conflictsPerVote: number;
  /** Share of votes that were given up: people are told to try again. */
  givenUp: number;
  /** Milliseconds from the first try to the end, for 99 of 100. */
  p99Ms: number;
};

type Attempt = { began: number; attempt: number; shard: number };

/** Tenths of a millisecond: the grain of the simulation. */
const grain = 10;

/** Lets a crowd vote on one subject for a while; the same crowd always meets the same fate. */
export function simulateConflicts({ shards, perSecond, transactionMs, seconds = 10 }: Crowd): Conflicts {
  const draw = createChance(shards * 31 + perSecond);
  const calendar = new Map<number, Attempt[]>();
  const at = (tick: number, attempt: Attempt) => {
    const there = calendar.get(tick);
    if (there) there.push(attempt);
    else calendar.set(tick, [attempt]);
  };
  const votes = Math.round(perSecond * seconds);
  for (let vote = 0; vote < votes; vote++) {
    const began = Math.floor(draw() * seconds * 1_000 * grain);
    at(began, { began, attempt: 1, shard: Math.floor(draw() * shards) });
  }
  const heldUntil = new Array<number>(shards).fill(0);
  const held = transactionMs * grain;
  const times: number[] = [];
  let [met, conflicts, givenUp] = [0, 0, 0];
  for (let tick = 0; calendar.size > 0; tick++) {
    for (const { began, attempt, shard } of calendar.get(tick) ?? []) {
      if (heldUntil[shard]! <= tick) {
        heldUntil[shard] = tick + held;
        times.push((tick + held - began) / grain);
        continue;
      }
      conflicts++;
      if (attempt === 1) met++;
      if (attempt === conflictRetries.maxAttempts) givenUp++;
      else {
        // The refusal takes as long as a success would have; then it waits.
        const next = tick + held + Math.round(retryDelay(attempt, draw) * grain);
        at(next, { began, attempt: attempt + 1, shard });
      }
    }
    calendar.delete(tick);
  }
  times.sort((one, other) => one - other);
  return {
    met: met / votes,
    conflictsPerVote: conflicts / votes,
    givenUp: givenUp / votes,
    p99Ms: times[Math.floor(times.length * 0.99)] ?? 0,
  };
}

/** The most votes a second on one subject of which fewer than one in a thousand is given up. */
export function mostVotesPerSecond(shards: number, transactionMs: number): number {
  const step = shards * 2;
  const oneAfterAnother = (shards * 1_000) / transactionMs;
  const holds = (perSecond: number) => simulateConflicts({ shards, perSecond, transactionMs }).givenUp < 0.001;
  let most = 0;
  while (most + step <= oneAfterAnother && holds(most + step)) most += step;
  return most;
}
