/**
 * A thousand people a second support one challenge: what their reads and writes put on each partition of the table and its
 * indexes, from the keys really sent. DynamoDB gives a partition key 3,000 read units and 1,000 write units a second; half
 * of that, reads and writes together, is ours.
 */
import type { BatchGetCommandInput, GetCommandInput, TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { editChallenge, raiseChallenge } from '../challenge/service.ts';
import { table as schema } from '../db/table.ts';
import { growTally } from '../tally/service.ts';
import { makeNewChallenge } from '../testing/challenge.ts';
import { makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { supportSubject } from './service.ts';

const table = useTable();
const votes = 400;
const perSecond = 1_000;
const most = { reads: 3_000, writes: 1_000 };

type Input = TransactWriteCommandInput & GetCommandInput & BatchGetCommandInput;
type Share = { reads: number; writes: number };

// 400 people vote one by one, so that no votes conflict; on a busy machine this is slow.
it('no partition takes more than half of what it can', { timeout: 90_000 }, async () => {
  const ctx = makeCtx(table, await makePerson(table));
  const { id } = await raiseChallenge(
    ctx,
    makeNewChallenge({ closesAt: new Date(Date.now() + 86_400_000).toISOString() }),
  );
  await editChallenge(ctx, id, { version: 1, closesAt: null });
  // On eight shards, four of five votes of such a burst conflict (docs/capacity.md): the tally grows within a second.
  for (const shards of [8, 16]) await growTally(ctx, id, shards);
  const load = watchLoad();
  // One after the other: on Lambda each vote is answered by a process of its own, which shares no reads.
  for (let vote = 0; vote < votes; vote++) await supportSubject(makeCtx(table, await makePerson(table)), id);
  table.client.middlewareStack.remove('load');

  const shares = [...load].map(([partition, { reads, writes }]) => {
    const [rcu, wcu] = [reads, writes].map((units) => Math.round((units / votes) * perSecond)) as [number, number];
    return { partition, rcu, wcu, share: rcu / most.reads + wcu / most.writes };
  });
  const [hottest] = shares.toSorted((one, other) => other.share - one.share);
  const { partition, rcu, wcu, share } = hottest!;
  console.log(`The hottest partition, ${partition}: ${rcu} RCU/s, ${wcu} WCU/s, ${Math.round(share * 100)} % of it.`);
  expect(load.size).toBeGreaterThan(votes);
  expect(load.has(id), 'the challenge itself is not touched').toBe(false);
  expect(share).toBeLessThanOrEqual(0.5);
});

/** The units of each partition from now on: items below 1 KB, read strongly at 1, written in transactions at 2. */
function watchLoad(): Map<string, Share> {
  const load = new Map<string, Share>();
  const add = (partition: string, kind: keyof Share, units: number) => {
    const sum = load.get(partition) ?? { reads: 0, writes: 0 };
    load.set(partition, { ...sum, [kind]: sum[kind] + units });
  };
  table.client.middlewareStack.add(
    (next) => async (args) => {
      const { TransactItems = [], Key, RequestItems = {} } = args.input as Input;
      const read = [...(Key ? [Key] : []), ...Object.values(RequestItems).flatMap(({ Keys = [] }) => Keys)];
      for (const { pk } of read) add(pk, 'reads', 1);
      for (const { Put, Update } of TransactItems) {
        const item = Put?.Item ?? Update?.Key ?? {};
        add(item.pk, 'writes', 2);
        for (const { name, partitionKey } of schema.indexes)
          if (item[partitionKey]) add(`${name} ${item[partitionKey]}`, 'writes', 1);
      }
      return next(args);
    },
    { step: 'initialize', name: 'load' },
  );
  return load;
}
