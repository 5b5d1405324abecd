/** Scans leave the engine to others between their pages. */
import { setTimeout as sleep } from 'node:timers/promises';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Db } from '@hanoi/core/db/client';
import { expect, test } from 'vitest';
import { shareCalls } from './share-calls.ts';

const pageMs = 20;

test('the next page of a scan waits, requests of people do not', async () => {
  const began: Record<string, number> = {};
  const order: string[] = [];
  const slow = {
    async send({ input }: QueryCommand) {
      began[input.TableName!] = performance.now();
      order.push(`${input.TableName} begins`);
      await sleep(pageMs);
      order.push(`${input.TableName} ends`);
      if (input.TableName === 'fails') throw new Error('no page');
      return {};
    },
  };
  const { client } = shareCalls({ client: slow as unknown as Db['client'], table: 'table' });
  const query = (TableName: string, Limit: number) => client.send(new QueryCommand({ TableName, Limit }));
  const answers = [query('fails', 500), query('second', 500), query('shown', 100)];
  expect((await Promise.allSettled(answers)).map(({ status }) => status)).toEqual([
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
  expect(order.indexOf('shown begins')).toBeLessThan(order.indexOf('fails ends'));
  expect(began.second! - began.fails!).toBeGreaterThan(4 * pageMs);
});
