/** `npm run check-audit -- [--from DAY]`: checks the audit log against its seals, on a data folder or the table `TABLE_NAME`. */
import { parseArgs } from 'node:util';
import { checkAudit } from '@hanoi/core/audit/check';
import { operatorContext, runCommand } from '../command.ts';
import { describe, readFrom } from './describe.ts';

await runCommand(async ({ open, say }) => {
  const from = readFrom(parseArgs({ options: { from: { type: 'string' } } }).values.from);
  const table = await open();
  const checked = await checkAudit(operatorContext(table.db, 'check-audit'), from);
  say(`${describe(checked)}\nOn ${table.place}.\n`);
  if (checked.found > 0) process.exitCode = 1;
});
