/** `npm run migrate -- [--dry-run] [--again]`: runs the migrations, on a data folder or the table `TABLE_NAME`. */
import { parseArgs } from 'node:util';
import { migrations } from '@hanoi/core/migration/list';
import { type Migrated, runMigrations } from '@hanoi/core/migration/service';
import { operatorContext, runCommand } from '../command.ts';

const forever = new Date(8_640_000_000_000_000);

await runCommand(async ({ open, say }) => {
  const options = { 'dry-run': { type: 'boolean' }, again: { type: 'boolean' } } as const;
  const { values } = parseArgs({ options });
  const { 'dry-run': isDry = false, again: isAgain = false } = values;
  if (migrations.length === 0) return say('There is no migration.\n');
  const table = await open();
  for (const { id, describe } of migrations) say(`${id}: ${describe}\n`);
  const onPage = (sofar: Migrated) => say(`\r${lineOf(sofar, isDry)}`);
  const run = { isDry, isAgain, until: forever, onPage };
  const migrated = await runMigrations(operatorContext(table.db, 'migrate'), migrations, run);
  say('\r');
  for (const one of migrated) say(`${lineOf(one, isDry)}${one.isDone ? '; done' : '; run it again'}\n`);
  say(`On ${table.place}${isDry ? '; nothing was changed' : ''}.\n`);
  if (migrated.some(({ failed }) => failed > 0)) process.exitCode = 1;
});

function lineOf({ id, seen, changed, failed }: Migrated, isDry: boolean): string {
  const numbers = new Intl.NumberFormat('en');
  const verb = isDry ? 'to change' : 'changed';
  return `${id}: ${numbers.format(seen)} items seen, ${numbers.format(changed)} ${verb}, ${numbers.format(failed)} failed`;
}
