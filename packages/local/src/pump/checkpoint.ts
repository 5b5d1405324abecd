/** How far each consumer has come in each shard, kept in a small file that is replaced whole. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Consumer → shard → the last sequence number that is done with. */
export type Positions = Record<string, Record<string, string>>;

/** A closed shard's place. */
export const FINISHED = 'finished';

type Saved = { stream: string; positions: Positions };

export type Checkpoint = {
  /** What was saved for this stream; a new or different stream starts from nothing. */
  saved: Positions;
  save(positions: Positions): void;
};

/** Opens the checkpoint of the stream called `stream`. */
export function openCheckpoint(file: string, stream: string): Checkpoint {
  const found = read(file);
  let last = '';
  return {
    saved: found?.stream === stream ? found.positions : {},
    save(positions) {
      const text = JSON.stringify({ stream, positions } satisfies Saved);
      if (text === last) return;
      writeFileSync(`${file}.new`, text);
      renameSync(`${file}.new`, file);
      last = text;
    },
  };
}

/**
 * Where the slowest of several consumers stands in each shard: the place of whoever takes over from all of them. A shard
 * that one of them has not begun is not begun.
 */
export function slowestOf(saved: Positions, names: readonly string[]): Record<string, string> {
  const [first = {}, ...others] = names.map((name) => saved[name] ?? {});
  const shards = Object.keys(first).filter((shard) => others.every((places) => places[shard] !== undefined));
  return Object.fromEntries(
    shards.map((shard) => [shard, [first, ...others].map((places) => places[shard]!).reduce(earlier)]),
  );
}

function earlier(a: string, b: string): string {
  if (a === FINISHED) return b;
  if (b === FINISHED) return a;
  return BigInt(a) < BigInt(b) ? a : b;
}

function read(file: string): Saved | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Saved;
  } catch {
    return undefined;
  }
}
