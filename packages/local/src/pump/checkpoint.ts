/** How far each consumer has come in each shard, in a small file that is always replaced as a whole. */
import { renameSync, writeFileSync } from 'node:fs';
import { readIfThere } from '@hanoi/engine/gone';

/** Consumer → shard → the last sequence number that was processed. */
export type Positions = Record<string, Record<string, string>>;

/** The position in a closed shard that was read to its end. */
export const FINISHED = 'finished';

type Saved = { stream: string; positions: Positions };

export type Checkpoint = {
  /** The positions saved for this stream; none for a new or different stream. */
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
 * The position of the slowest of several consumers in each shard: a consumer that replaces them all starts there. A shard
 * that one of them has not begun counts as not begun.
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

/** Nothing where there is none, or half of one after a crash of the machine: the stream is then read from its beginning. */
function read(file: string): Saved | undefined {
  const text = readIfThere(file);
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Saved);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
