/**
 * `npm run bench`: how fast the built site is and what it costs, written into docs/performance.md.
 *   --seconds N, --runs N  how long and how often each operation is loaded: 10 and 3 when nothing is said
 *   --quick         one run of 3 seconds each, printed and not written
 *   --only PATTERN  only operations whose name matches, printed and not written
 *   --size N        the same city with N challenges beside it: how much of the speed is kept
 *   --pages         page weights, what a phone waits for, sizes and starts instead of speed
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '@hanoi/local/build/build';
import { startAll } from './city-site.ts';
import { measure } from './load.ts';
import { operationsOf } from './operations.ts';
import { measurePages } from './pages.ts';
import { pageTable, speedTable, writeSection } from './report.ts';
import { measureStarts } from './starts.ts';
import { measureYardstick } from './yardstick.ts';

const root = resolve(import.meta.dirname, '../../../..');
const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    runs: { type: 'string', default: '3' },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    size: { type: 'string' },
    pages: { type: 'boolean', default: false },
  },
});
const usualSize = 10_000;
const load = options.quick ? { seconds: 3, runs: 1 } : { seconds: Number(options.seconds), runs: Number(options.runs) };
const say = (text: string) => process.stderr.write(`${text}\n`);

await build();
if (options.pages) await benchPages();
else await benchSpeed(options.size ? [usualSize, Number(options.size)] : [usualSize]);

/** With two sizes, each operation is measured on both in turn. */
async function benchSpeed(sizes: number[]): Promise<void> {
  const yardstick = await measureYardstick(load);
  say(`yardstick: ${yardstick.perSecond.toFixed(0)}/s`);
  const { sites, stop } = await startAll(root, sizes, say);
  try {
    const rows = [];
    const names = operationsOf(sites[0]!.city).map(({ name }) => name);
    for (const name of names.filter((name) => new RegExp(options.only).test(name))) {
      const operations = sites.map(({ city }) => operationsOf(city).find((candidate) => candidate.name === name)!);
      const loads = sites.map(({ site }, index) => ({ target: site, operation: operations[index]! }));
      const figures = await measure(loads, load);
      rows.push({ name, figures, least: operations[0]!.least });
      say(
        `${name}: ${figures.map(({ perSecond, serverMs }) => `${perSecond.toFixed(0)}/s, ${serverMs.toFixed(2)} ms`).join('; ')}`,
      );
    }
    const memory = sites.map(({ idle, site }) => ({ idle, loaded: site.memoryMb() }));
    report(sizes.length > 1 ? 'growth' : 'speed', speedTable({ sizes, load, yardstick, rows, memory }));
  } finally {
    await stop();
  }
}

async function benchPages(): Promise<void> {
  const starts = await measureStarts(root, say);
  const { sites, stop } = await startAll(root, [usualSize], say);
  try {
    report('pages', pageTable(starts, await measurePages(root, sites[0]!.site.origin, sites[0]!.city)));
  } finally {
    await stop();
  }
}

function report(section: string, table: string): void {
  process.stdout.write(`${table}\n`);
  if (!options.quick && !options.only) writeSection(join(root, 'docs/performance.md'), section, table);
}
