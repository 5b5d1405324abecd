/** The site is killed in the middle of a long rename, and everything the person wrote still gets the new name. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatchWriteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '@hanoi/core/db/client';
import { byPartition, cardKey } from '@hanoi/core/db/keys';
import { newId, type PersonId } from '@hanoi/core/shared/ids';
import { createClient } from '@hanoi/engine/client';
import { notedEndpoint } from '@hanoi/engine/lock';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteTable } from '../site-engine.ts';
import { startTestSite, type TestSite } from '../testing-site.ts';

const written = 2_500;
const dataDir = mkdtempSync(join(tmpdir(), 'kill-queue-'));
let site: TestSite;
beforeAll(async () => {
  site = await startTestSite(dataDir);
}, 60_000);
afterAll(async () => {
  await site.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Runs with a client of the site's own engine. */
async function withTable<T>(use: (client: ReturnType<typeof documentClient>) => Promise<T>): Promise<T> {
  const client = createClient(notedEndpoint(dataDir)!);
  try {
    return await use(documentClient(client));
  } finally {
    client.destroy();
  }
}

/** Comments as far as a rename sees them: people may not write so many within an hour. */
async function write(person: PersonId): Promise<void> {
  await withTable(async (client) => {
    const items = Array.from({ length: written }, () => {
      const id = newId('comment', { now: () => new Date() });
      const index = { gsi1pk: byPartition(person, 'comment'), gsi1sk: id };
      return { ...cardKey(id), ...index, author: { id: person, name: 'Tên ban đầu' } };
    });
    for (let from = 0; from < items.length; from += 25) {
      const puts = items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } }));
      await client.send(new BatchWriteCommand({ RequestItems: { [siteTable]: puts } }));
    }
  });
}

async function countNamed(person: PersonId, name: string): Promise<number> {
  return withTable(async (client) => {
    let count = 0;
    let from: Record<string, unknown> | undefined;
    do {
      const page = await client.send(
        new QueryCommand({
          TableName: siteTable,
          IndexName: 'gsi1',
          KeyConditionExpression: 'gsi1pk = :pk',
          FilterExpression: 'author.#name = :name',
          ExpressionAttributeNames: { '#name': 'name' },
          ExpressionAttributeValues: { ':pk': byPartition(person, 'comment'), ':name': name },
          ExclusiveStartKey: from,
        }),
      );
      count += page.Count ?? 0;
      from = page.LastEvaluatedKey;
    } while (from);
    return count;
  });
}

test('a rename continues where kill -9 interrupted it', { timeout: 120_000 }, async () => {
  const { token, id } = await site.signIn('nguoi-viet-nhieu@example.vn');
  const person = id as PersonId;
  await write(person);
  const { status } = await site.call('PATCH', '/me', { token, body: { name: 'Tên về sau' } });
  expect(status).toBe(200);
  let named = 0;
  const count = async () => {
    named = await countNamed(person, 'Tên về sau');
    return named;
  };
  await expect.poll(count, { timeout: 20_000, interval: 20 }).toBeGreaterThan(0);
  await site.kill();
  expect(named, 'it is cut off').toBeLessThan(written);
  site = await startTestSite(dataDir);
  await expect.poll(() => countNamed(person, 'Tên về sau'), { timeout: 30_000 }).toBe(written);
  expect(site.said()).not.toContain('moved to the dead letters');
});
