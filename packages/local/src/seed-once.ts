/** Fills an empty site with the demo, all or nothing. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { jobKey, migrationPartKey } from '@hanoi/core/db/keys';
import type { Log } from '@hanoi/engine/log';
import { step } from '../bin/step.mjs';
import type { Gallery } from './seed/pictures.ts';

const marker = 'seeding';
/** By this the marker is known as ours: a file that happens to have its name says nothing about the folder. */
const markerText = 'The demo city is being loaded into this folder, which was empty before.\n';
const setAsidePrefix = 'half-seeded-';

/** Whether the folder is being seeded: until that is done, it holds nothing of anybody. */
export function isSeeding(dataDir: string): boolean {
  return readMarker(dataDir) === markerText;
}

/**
 * Clears a data folder whose seeding was interrupted: what was loaded is set aside in a folder of its own, and nothing is
 * deleted. Nobody should have written to it yet, as the site opens only when seeding is done.
 */
export function clearHalfSeeded(dataDir: string, log: Log): void {
  const found = readMarker(dataDir);
  if (found === undefined) return;
  if (found !== markerText) {
    const file = join(dataDir, marker);
    log.warn(`The file ${file} does not come from loading the demo, so the data stays as it is. Remove that file.`);
    return;
  }
  const aside = join(dataDir, setAsidePrefix + new Date().toISOString().replaceAll(':', '-'));
  const isData = (name: string) => !name.startsWith('instance.') && !name.startsWith(setAsidePrefix) && name !== marker;
  const names = readdirSync(dataDir).filter(isData);
  mkdirSync(aside);
  for (const name of names) renameSync(join(dataDir, name), join(aside, name));
  rmSync(join(dataDir, marker));
  log.warn(`Loading the demo was interrupted and begins again. What was loaded lies in ${aside}, and can be removed.`);
}

/** A folder of that name is not ours either. */
function readMarker(dataDir: string): string | undefined {
  const file = join(dataDir, marker);
  if (!existsSync(file)) return undefined;
  return statSync(file).isFile() ? readFileSync(file, 'utf8') : '';
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
  writeFileSync(file, markerText);
  const { seedDemo } = await import('./seed/main.ts');
  await step('Loading the demo city', () => seedDemo(gallery));
  rmSync(file);
  return true;
}

/** More than the notes of all migrations and jobs there will be. */
const someItems = 500;

/**
 * Whether nobody has written yet. Migrations and jobs note where they are in an empty table too: those few items count for
 * nothing, and of a table with anything else in it the first items hold some of that.
 */
export async function isEmpty(client: DynamoDBClient, tableName: string): Promise<boolean> {
  const command = new ScanCommand({
    TableName: tableName,
    Select: 'COUNT',
    Limit: someItems,
    FilterExpression: 'NOT begins_with(pk, :migrations) AND NOT begins_with(pk, :jobs)',
    ExpressionAttributeValues: { ':migrations': { S: migrationPartKey('', 0).pk }, ':jobs': { S: jobKey('').pk } },
  });
  return (await client.send(command)).Count === 0;
}
