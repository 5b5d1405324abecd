/** Data folders filled once per size and state of the sources, kept in the system's folder for temporary files. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '@hanoi/core/migration/list';
import { doneNotes } from '@hanoi/core/migration/repo';
import { dropOlder, makeWhole } from '@hanoi/local/build/kept-folder';
import { siteTable } from '@hanoi/local/site-engine';
import { type City, fillCity } from './city.ts';
import { createGatheringTable } from './gathering-table.ts';
import { createExport } from './import.ts';

/** People with an open session: more than any load lets act at once. */
const people = 12_000;
const dayMs = 24 * 60 * 60 * 1000;
/** Sessions last a month, and closing dates lie ahead. */
const longestMs = 7 * dayMs;

/** A folder with `challenges` challenges and what belongs to them, and what the bench must know of it. Not to be written to. */
export async function findFilledFolder(root: string, challenges: number, say: (text: string) => void) {
  const name = `hanoi-bench-${challenges}-${hashOf(root)}`;
  const folder = join(tmpdir(), name);
  // Folders of former sources may still be in use by another bench on the same day.
  await dropOlder(tmpdir(), (other) => {
    if (!/^hanoi-bench-\d+-[0-9a-f]{16}([.]\w+)?$/.test(other)) return undefined;
    return other === name ? longestMs : dayMs;
  });
  if (!existsSync(folder)) await makeWhole(folder, (draft) => fill(draft, challenges, say));
  const city = JSON.parse(readFileSync(join(folder, 'city.json'), 'utf8')) as City;
  return { folder, city };
}

async function fill(folder: string, challenges: number, say: (text: string) => void): Promise<void> {
  const began = performance.now();
  const table = createGatheringTable();
  const items = createExport(folder, siteTable);
  const city = await fillCity(table.db, { challenges, people }, new Date(), () => items.add(table.take()));
  items.add(doneNotes(migrations.map(({ id }) => id)));
  const written = performance.now();
  const count = await items.finish(join(folder, 'table.sqlite'));
  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(0);
  say(`${count} items written in ${seconds(began, written)} s, imported in ${seconds(written, performance.now())} s`);
  writeFileSync(join(folder, 'city.json'), JSON.stringify(city));
}

/** A hash of everything that shapes the items. */
function hashOf(root: string): string {
  const patterns = [
    'packages/core/src/**/*',
    'packages/local/src/seed/content/**/*',
    'packages/tools/src/bench/fill/**/*',
  ];
  const hash = createHash('sha256');
  for (const path of globSync(patterns, { cwd: root }).sort()) {
    const file = join(root, path);
    if (!path.endsWith('.test.ts') && statSync(file, { throwIfNoEntry: false })?.isFile())
      hash.update(path).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}
