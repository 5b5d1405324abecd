/** `npm run import -- FILE`: takes challenges from a CSV file, or tries it out with `--dry-run`. See docs/import.md. */
import { resolve } from 'node:path';
import { wasUsed } from '@hanoi/engine/lock';
import { createLog } from '@hanoi/engine/log';
import { readConfig } from '@hanoi/local/config';
import { type OpenTable, openTable } from '../open-table.ts';
import { chooseMap, readArguments } from './arguments.ts';
import { InputError } from './input-error.ts';
import { openReport, type Report } from './report.ts';
import { importFile } from './run.ts';

/** What the command ends with: everything taken, some rows refused, or not done at all. */
const codes = { done: 0, refused: 1, failed: 2 } as const;

const root = resolve(import.meta.dirname, '../../../..');

process.exitCode = await main().catch((error: unknown) => {
  if (!(error instanceof InputError)) throw error;
  process.stderr.write(`${error.message}\n`);
  return codes.failed;
});

async function main(): Promise<number> {
  const { file, values } = readArguments();
  const map = await chooseMap(file, values);
  const report = openReport({ errorsFile: values.errors, onRow: progress() });
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  const dryRun = values['dry-run'] ?? false;
  const table = await open(dryRun);
  const began = performance.now();
  let failure: unknown;
  try {
    const options = { file, encoding: values.encoding, map, db: table?.db, dryRun, report, signal: stop.signal };
    await importFile(options);
    if (!dryRun) await table?.projected();
  } catch (error) {
    failure = error;
  } finally {
    await table?.close();
    await report.close();
  }
  tell(report, { dryRun, place: table?.place ?? 'no data folder yet', seconds: (performance.now() - began) / 1000 });
  if (failure !== undefined || stop.signal.aborted) {
    const why = failure === undefined ? 'Stopped.' : failure instanceof InputError ? failure.message : String(failure);
    process.stderr.write(`${why}\nRun the same command again: what is there already is not made twice.\n`);
    return codes.failed;
  }
  return report.counts.refused > 0 ? codes.refused : codes.done;
}

/** A dry run on a folder without a database leaves it so. */
async function open(dryRun: boolean): Promise<OpenTable | undefined> {
  const { dataDir } = readConfig(root);
  if (dryRun && !process.env.TABLE_NAME && !wasUsed(dataDir)) return undefined;
  return openTable({ dataDir, log: createLog() });
}

/** A line that is written over, where somebody is looking. */
function progress(): ((report: Report) => void) | undefined {
  if (!process.stderr.isTTY) return undefined;
  return ({ counts }) => {
    if (counts.read % 100 === 0) process.stderr.write(`\r${counts.read} rows…\r`);
  };
}

type Told = { dryRun: boolean; place: string; seconds: number };

function tell(
  { counts, errors, errorCount, reasons, warnings, warningCount, notes }: Report,
  { dryRun, place, seconds }: Told,
): void {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  for (const error of errors) say(error);
  if (errorCount > errors.length) say(`… and ${errorCount - errors.length} more: --errors FILE writes them all.`);
  for (const warning of warnings) say(`warning: ${warning}`);
  if (warningCount > warnings.length)
    say(`… and ${warningCount - warnings.length} more warnings: --errors FILE writes them all.`);
  say(dryRun ? `Dry run on ${place}: nothing was written.` : `Imported to ${place}.`);
  const pace = `${seconds.toFixed(1)} s, ${Math.round(counts.read / seconds)} rows/s`;
  say(`  ${counts.read} rows read (${pace})`);
  say(`  ${counts.created} ${dryRun ? 'would be created' : 'created'}`);
  say(`  ${counts.there} there already`);
  if (counts.leftOut > 0) say(`  ${counts.leftOut} left out by the map`);
  say(`  ${counts.refused} refused`);
  for (const [reason, count] of reasons) say(`    ${count} for ${reason}`);
  if (warningCount > 0) say(`  ${warningCount} warnings of text lost in rows taken`);
  for (const [note, count] of notes) say(`  ${count} with ${note}`);
}
