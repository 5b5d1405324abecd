/** Shares reads: items that are asked for at the same time are read in one BatchGet. */
import {
  BatchGetCommand,
  type BatchGetCommandOutput,
  type GetCommand,
  type GetCommandOutput,
} from '@aws-sdk/lib-dynamodb';
import type { Db } from '@hanoi/core/db/client';
import { type KeyLike, keyText } from './key-text.ts';
import { createTurns } from './turns.ts';

type Command = GetCommand | BatchGetCommand;
type Answer = BatchGetCommandOutput;
type Asker = {
  command: Command;
  keys: readonly KeyLike[];
  strong: boolean;
  done(answer: unknown): void;
  failed(error: unknown): void;
};

/** DynamoDB's limit for one call. */
const mostKeys = 100;
/** Two at a time, so that a read of a person does not wait behind a long one of a projection. */
const callsAtOnce = 2;

/** Reads one item or many, and answers as the commands would. Strong and eventual reads do not share a call. */
export function shareReads(db: Db) {
  const turns = createTurns<Asker>(callsAtOnce, takeFitting, (askers) => readTogether(db, askers));
  const ask = <Result>(asker: Omit<Asker, 'done' | 'failed'>, pick: (answer: never) => Result): Promise<Result> =>
    new Promise((resolve, failed) => {
      turns.add({ ...asker, failed, done: (answer) => resolve(pick(answer as never)) });
    });
  return {
    many: (command: BatchGetCommand, keys: readonly KeyLike[], strong: boolean) =>
      ask({ command, keys, strong }, (answer: Answer) => answer),
    one: async (command: GetCommand, key: KeyLike, strong: boolean): Promise<GetCommandOutput> => {
      const answer = await ask({ command, keys: [key], strong }, (answer: Answer | GetCommandOutput) => answer);
      if (!('Responses' in answer)) return answer as GetCommandOutput;
      // DynamoDB left it out because the answer was full: alone it fits.
      if (answer.UnprocessedKeys?.[db.table]) return db.client.send(command);
      return { $metadata: answer.$metadata, Item: answer.Responses?.[db.table]?.[0] };
    },
  };
}

/** The reads that fit into one call with the first one, with the same consistency. */
function takeFitting(waiting: readonly Asker[]): Asker[] {
  const taken: Asker[] = [];
  let count = 0;
  for (const asker of waiting) {
    if (asker.strong !== waiting[0]!.strong) continue;
    if (taken.length > 0 && count + asker.keys.length > mostKeys) break;
    taken.push(asker);
    count += asker.keys.length;
  }
  return taken;
}

async function readTogether(db: Db, askers: readonly Asker[]): Promise<void> {
  try {
    if (askers.length === 1) return askers[0]!.done(await db.client.send(askers[0]!.command as BatchGetCommand));
    const wanted = new Map(askers.flatMap(({ keys }) => keys.map((key) => [keyText(key), key])));
    const input = { Keys: [...wanted.values()], ConsistentRead: askers[0]!.strong };
    const answer = await db.client.send(new BatchGetCommand({ RequestItems: { [db.table]: input } }));
    const found = new Map((answer.Responses?.[db.table] ?? []).map((item) => [keyText(item), item]));
    const left = new Set((answer.UnprocessedKeys?.[db.table]?.Keys ?? []).map(keyText));
    for (const asker of askers) asker.done(shareOf(db, asker, answer, found, left));
  } catch (error) {
    // One refused key must not fail the other reads.
    if (askers.length > 1 && (error as Error).name === 'ValidationException')
      await Promise.all(askers.map((asker) => readTogether(db, [asker])));
    else for (const asker of askers) asker.failed(error);
  }
}

/** The answer that this read would have got alone, with copies of the items. */
function shareOf(
  db: Db,
  { keys, strong }: Asker,
  answer: Answer,
  found: ReadonlyMap<string, Record<string, unknown>>,
  left: ReadonlySet<string>,
): Answer {
  const items = keys.map((key) => found.get(keyText(key))).filter((item) => item !== undefined);
  const own = items.map((item) => ({ ...item }));
  const missing = keys.filter((key) => left.has(keyText(key)));
  return {
    $metadata: answer.$metadata,
    Responses: { [db.table]: own },
    UnprocessedKeys: missing.length > 0 ? { [db.table]: { Keys: missing, ConsistentRead: strong } } : {},
  };
}
