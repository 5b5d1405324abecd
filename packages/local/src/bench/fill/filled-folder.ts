/** Data folders filled once per size and state of the sources, kept in the system's folder for temporary files. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type City, tellCity } from './city.ts';
import { createGatheringTable } from './gathering-table.ts';
import { createExport } from './import.ts';

/** As the site calls it. */
const tableName = 'hanoi-ideas';
/** People with an open session: more than any load lets act at once. */
const people = 12_000;
/** Sessions last a month, and closing dates lie ahead. */
const longestDays = 7;

/** A folder with `challenges` challenges and what belongs to them, and what the bench must know of it. Not to be written to. */
export async function findFilledFolder(root: string, challenges: number, say: (text: string) => void) {
  const name = `hanoi-bench-${challenges}-${hashOf(root)}`;
  const folder = join(tmpdir(), name);
  dropOld(name);
  if (!existsSync(folder)) await fill(folder, challenges, say);
  const city = JSON.parse(readFileSync(join(folder, 'city.json'), 'utf8')) as City;
  return { folder, city };
}

async function fill(folder: string, challenges: number, say: (text: string) => void): Promise<void> {
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft);
  try {
    const began = performance.now();
    const table = createGatheringTable();
    const items = createExport(draft, tableName);
    const city = await tellCity(table.db, { challenges, people }, new Date(), () => items.add(table.take()));
    const told = performance.now();
    const count = await items.finish(join(draft, 'table.sqlite'));
    const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(0);
    say(`${count} items told in ${seconds(began, told)} s, imported in ${seconds(told, performance.now())} s`);
    writeFileSync(join(draft, 'city.json'), JSON.stringify(city));
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}

/** A hash of everything that shapes the items. */
function hashOf(root: string): string {
  const patterns = ['packages/core/src/**/*', 'packages/local/src/{bench/fill,seed/content}/**/*'];
  const hash = createHash('sha256');
  for (const path of globSync(patterns, { cwd: root }).sort()) {
    const file = join(root, path);
    if (!path.endsWith('.test.ts') && statSync(file).isFile()) hash.update(path).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Folders of former sources may still be in use by another bench on the same day. */
function dropOld(current: string): void {
  for (const name of readdirSync(tmpdir())) {
    if (!/^hanoi-bench-\d+-[0-9a-f]{16}$/.test(name)) continue;
    const days = (Date.now() - statSync(join(tmpdir(), name)).mtimeMs) / 86_400_000;
    if (days > (name === current ? longestDays : 1)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}
