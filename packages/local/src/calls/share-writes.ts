/**
 * Shares writes: transactions that arrive at the same time and touch different items are committed as one. All are answered
 * after the commit, and a refused transaction does not fail the others.
 */
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Db } from '@hanoi/core/db/client';
import { type KeyLike, keyText } from './key-text.ts';
import { createTurns } from './turns.ts';

export type WriteItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
type Asker = {
  items: readonly WriteItem[];
  keys: readonly string[];
  patient: boolean;
  token: string | undefined;
  done(answer: unknown): void;
  failed(error: unknown): void;
};

/** Half of what one transaction may hold, so that no write waits long for the writes of others. */
const mostItems = 50;

/**
 * Writes all items of a call or none, as a transaction of its own would. Writes that are `patient` let others go first. By its
 * `token` the engine knows a transaction that is sent again; a commit of several has one of its own.
 */
export type ShareWrite = (
  items: readonly WriteItem[],
  options?: { patient?: boolean; token?: string | undefined },
) => Promise<unknown>;

export function shareWrites(db: Db): ShareWrite {
  // One at a time: the engine commits one after the other anyway, and meanwhile more transactions can join the next batch.
  const turns = createTurns<Asker>(1, takeDisjoint, (askers) => commit(db, askers));
  return (items, { patient = false, token } = {}) =>
    new Promise((done, failed) => {
      turns.add({
        items,
        keys: items.map((item) => `${tableOf(item)}\n${keyText(keyOf(item))}`),
        patient,
        token,
        done,
        failed,
      });
    });
}

/** As many as fit into one transaction, in the order of arrival, of which no two touch the same item. */
function takeDisjoint(waiting: readonly Asker[]): Asker[] {
  const group: Asker[] = [];
  // The items of those left out count too, so that no transaction overtakes another on the same item.
  const touched = new Set<string>();
  let count = 0;
  for (const asker of inOrder(waiting)) {
    const fits = count + asker.items.length <= mostItems && !asker.keys.some((key) => touched.has(key));
    for (const key of asker.keys) touched.add(key);
    if (group.length > 0 && !fits) continue;
    group.push(asker);
    count += asker.items.length;
  }
  return group;
}

/** Only the first patient write joins the others, so that their commit stays short; when only patient ones wait, all may. */
function inOrder(waiting: readonly Asker[]): Asker[] {
  const [patient, others] = [true, false].map((wanted) => waiting.filter((asker) => asker.patient === wanted));
  return others!.length > 0 ? [...others!, ...patient!.slice(0, 1)] : patient!;
}

async function commit(db: Db, group: readonly Asker[]): Promise<void> {
  try {
    const items = group.flatMap((asker) => asker.items);
    const ClientRequestToken = group.length === 1 ? group[0]!.token : undefined;
    const answer = await db.client.send(new TransactWriteCommand({ TransactItems: items, ClientRequestToken }));
    for (const asker of group) asker.done(answer);
  } catch (error) {
    if (group.length > 1 && error instanceof TransactionCanceledException) return answerRefused(db, group, error);
    // Without a list of reasons the engine did not understand one of them; nothing was written.
    if (group.length > 1 && (error as Error).name === 'ValidationException')
      return void (await Promise.all(group.map((asker) => commit(db, [asker]))));
    // It is unknown whether it was written, as it would be for a single transaction.
    for (const asker of group) asker.failed(error);
  }
}

/** The transactions named in the cancellation get their part of it; the others are tried again without them. */
async function answerRefused(db: Db, group: readonly Asker[], error: TransactionCanceledException): Promise<void> {
  const reasons = error.CancellationReasons ?? [];
  const others: Asker[] = [];
  let start = 0;
  for (const asker of group) {
    const own = reasons.slice(start, start + asker.items.length);
    start += asker.items.length;
    if (own.every(({ Code }) => Code === undefined || Code === 'None')) others.push(asker);
    else asker.failed(cancellation(error, own));
  }
  if (others.length === group.length) for (const asker of group) asker.failed(error);
  else if (others.length > 0) await commit(db, others);
}

function cancellation(
  { $metadata, message }: TransactionCanceledException,
  CancellationReasons: TransactionCanceledException['CancellationReasons'],
): TransactionCanceledException {
  return new TransactionCanceledException({ $metadata, message, CancellationReasons });
}

function tableOf({ Put, Update, Delete, ConditionCheck }: WriteItem): string | undefined {
  return (Put ?? Update ?? Delete ?? ConditionCheck)?.TableName;
}

function keyOf({ Put, Update, Delete, ConditionCheck }: WriteItem): KeyLike {
  return Put?.Item ?? Update?.Key ?? Delete?.Key ?? ConditionCheck?.Key ?? {};
}
