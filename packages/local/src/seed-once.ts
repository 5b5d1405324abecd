/** Fills an empty site with the demo, all or nothing. */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { migrationPartKey } from '@hanoi/core/db/keys';
import { step } from '../bin/step.mjs';
import type { Gallery } from './seed/pictures.ts';

const marker = 'seeding';

/** Whether the folder is being seeded: until that is done, all of it may be cleared again. */
export function isSeeding(dataDir: string): boolean {
  return existsSync(join(dataDir, marker));
}

/**
 * Clears a data folder whose seeding was interrupted. Nobody could have written to it yet: the site opens only when
 * seeding is done.
 */
export function clearHalfSeeded(dataDir: string): void {
  if (!isSeeding(dataDir)) return;
  for (const name of readdirSync(dataDir)) {
    if (!name.startsWith('instance.') && name !== marker) rmSync(join(dataDir, name), { recursive: true, force: true });
  }
  rmSync(join(dataDir, marker));
}

export type SeedOptions = {
  client: DynamoDBClient;
  tableName: string;
  dataDir: string;
  /** Where the demo's drawings lie, and where uploads go. */
  gallery: Gallery;
};

/** Seeds when the table is empty. Resolves to whether it did. */
export async function seedOnce({ client, tableName, dataDir, gallery }: SeedOptions): Promise<boolean> {
  if (!(await isEmpty(client, tableName))) return false;
  const file = join(dataDir, marker);
  writeFileSync(file, '');
  const { seedDemo } = await import('./seed/main.ts');
  await step('Loading the demo city', () => seedDemo(gallery));
  rmSync(file);
  return true;
}

/** More than the notes of all migrations there will be. */
const someItems = 500;

/**
 * Whether nobody has written yet. Migrations note where they are in an empty table too: those few items count for nothing, and
 * of a table with anything else in it the first items hold some of that.
 */
export async function isEmpty(client: DynamoDBClient, tableName: string): Promise<boolean> {
  const command = new ScanCommand({
    TableName: tableName,
    Select: 'COUNT',
    Limit: someItems,
    FilterExpression: 'NOT begins_with(pk, :migrations)',
    ExpressionAttributeValues: { ':migrations': { S: migrationPartKey('', 0).pk } },
  });
  return (await client.send(command)).Count === 0;
}
