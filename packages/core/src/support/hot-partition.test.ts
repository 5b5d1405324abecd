/**
 * A thousand people a second support one challenge: what their writes put on each partition of the table and its indexes,
 * from the keys really written. DynamoDB gives a partition key 1,000 write units a second; half of that is ours.
 */
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { raiseChallenge } from '../challenge/service.ts';
import { table as schema } from '../db/table.ts';
import { makeNewChallenge } from '../testing/challenge.ts';
import { makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { recordVote } from './service.ts';

const table = useTable();
const votes = 400;
const perSecond = 1_000;
/** Each write of a transaction costs twice, of items below 1 KB. */
const unitsOfWrite = 2;

it('no partition takes more than half of what it can', async () => {
  const challenge = await raiseChallenge(makeCtx(table, await makePerson(table)), makeNewChallenge());
  const heat = new Map<string, number>();
  const add = (partition: string, units: number) => heat.set(partition, (heat.get(partition) ?? 0) + units);
  table.client.middlewareStack.add(
    (next) => async (args) => {
      for (const { Put, Update } of (args.input as TransactWriteCommandInput).TransactItems ?? []) {
        const item = Put?.Item ?? Update?.Key ?? {};
        add(item.pk, unitsOfWrite);
        for (const { name, partitionKey } of schema.indexes)
          if (item[partitionKey]) add(`${name} ${item[partitionKey]}`, 1);
      }
      return next(args);
    },
    { step: 'initialize', name: 'heat' },
  );
  for (let start = 0; start < votes; start += 20) {
    const vote = async () => recordVote(makeCtx(table, await makePerson(table)), challenge.id);
    await Promise.all(Array.from({ length: 20 }, vote));
  }
  table.client.middlewareStack.remove('heat');

  const [hottest, units] = [...heat].sort(([, one], [, other]) => other - one)[0]!;
  const unitsPerSecond = (units / votes) * perSecond;
  console.log(`The hottest partition, ${hottest}, takes ${Math.round(unitsPerSecond)} WCU/s of 1,000.`);
  expect(heat.size).toBeGreaterThan(votes);
  expect(unitsPerSecond).toBeLessThanOrEqual(500);
});
