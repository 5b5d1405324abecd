/**
 * `npm run capacity`: how much of AWS the network uses, what it costs, and what breaks first. Measures on the local engine,
 * computes, prints, and writes docs/capacity.md.
 *   --dry-run   prints only
 *   --merge N   instead of that, what a merge of two challenges with N supporters each takes; prints only
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeSection } from '../bench/report.ts';
import { assumptions } from './assumptions.ts';
import { measure } from './measure.ts';
import { mergeLoad } from './merge-load.ts';
import { modelOf } from './model.ts';
import { openNetwork } from './network.ts';
import { reportOf } from './report.ts';

const { values: options } = parseArgs({
  options: { 'dry-run': { type: 'boolean', default: false }, merge: { type: 'string' } },
});

const network = await openNetwork();
try {
  if (options.merge) process.stdout.write(`${await mergeLoad(network, Number(options.merge))}\n`);
  else await measureAll();
} finally {
  await network.close();
}

async function measureAll(): Promise<void> {
  const measured = await measure(network);
  const report = reportOf(assumptions, measured, modelOf(assumptions, measured));
  process.stdout.write(`${report}\n`);
  const file = join(resolve(import.meta.dirname, '../../../..'), 'docs/capacity.md');
  if (!options['dry-run']) writeSection(file, 'capacity', `\n${report}\n`);
}
