/** Counts what calls to the table cost, as DynamoDB itself counts them. */
import type { ConsumedCapacity, DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** Read and write capacity units, and the calls they were spent in. */
export type Cost = { rcu: number; wcu: number; calls: number };

export type Meter = {
  /** What was spent while `action` ran. */
  costOf(action: () => Promise<unknown>): Promise<Cost>;
};

type Answer = { output: { ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[] } };

const reads = /^(Get|Query|BatchGet|TransactGet|Scan)/;

/** Puts a meter on every call of a client from now on. */
export function meterOf(client: DynamoDBClient): Meter {
  let cost: Cost = { rcu: 0, wcu: 0, calls: 0 };
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const input = { ...args.input, ReturnConsumedCapacity: 'TOTAL' } as typeof args.input;
        const result = await next({ ...args, input });
        const spent = [(result as Answer).output.ConsumedCapacity ?? []].flat();
        const units = spent.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
        if (reads.test(commandName)) cost.rcu += units;
        else cost.wcu += units;
        cost.calls++;
        return result;
      },
    { step: 'initialize', name: 'meter' },
  );
  return {
    async costOf(action) {
      cost = { rcu: 0, wcu: 0, calls: 0 };
      await action();
      return { ...cost };
    },
  };
}
