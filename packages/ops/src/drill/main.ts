/** `npm run drill [-- --keep FOLDER]`: exports a data folder's table, restores it into a new one, and compares. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { differences } from '../backup/compare.ts';
import { runCommand, UsageError } from '../command.ts';
import { type Drill, drill } from './drill.ts';

await runCommand(async ({ open, say, log }) => {
  const { values } = parseArgs({ options: { keep: { type: 'string' } } });
  if (process.env.TABLE_NAME) {
    throw new UsageError(
      'This drill is for a data folder. On AWS restore with its own means: docs/operations.md says how.',
    );
  }
  const { db, place } = await open();
  const folder = values.keep
    ? resolve(process.env.INIT_CWD ?? '.', values.keep)
    : mkdtempSync(join(tmpdir(), 'hanoi-ideas-drill-'));
  try {
    const done = await drill(db, folder, log);
    say(describe(done));
    const isSame = differences(done) + done.recountDifferences === 0;
    say(isSame ? `All of ${place} comes back.\n` : `NOT the same: if people were writing meanwhile, drill again.\n`);
    if (values.keep) say(`Kept in ${folder}: DATA_DIR=${join(folder, 'restored')} npm start\n`);
    if (!isSame) process.exitCode = 1;
  } finally {
    if (!values.keep) rmSync(folder, { recursive: true });
  }
});

function describe({
  exported,
  restored,
  missing,
  changed,
  added,
  recounted,
  recountDifferences,
  seconds,
}: Drill): string {
  const took = (name: keyof typeof seconds) => `${seconds[name].toFixed(1)} s`;
  const some = [...missing, ...changed, ...added].slice(0, 10).map((key) => `  ${key}\n`);
  return `exported   ${exported} items, ${took('export')}
restored   ${restored} items into an empty folder, ${took('restore')}
compared   ${missing.length} missing, ${changed.length} changed, ${added.length} too many, ${took('compare')}
recounted  ${recounted} subjects, ${recountDifferences} differences, ${took('recount')}
${some.join('')}`;
}
