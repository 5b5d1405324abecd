/** `npm run flag -- [NAME VALUE]`: shows the flags or sets one, on a data folder or the table `TABLE_NAME`. */
import { getFlags } from '@hanoi/core/flag/in-force';
import { operatorContext, runCommand } from '../command.ts';
import { describeFlags, readWish, setWish } from './flag.ts';

await runCommand(async ({ open, say }) => {
  const wish = readWish(process.argv.slice(2));
  const table = await open();
  const ctx = operatorContext(table.db, 'flag');
  const flags = wish ? await setWish(ctx, wish) : await getFlags(ctx);
  say(`${describeFlags(flags)}\nOn ${table.place}${wish ? '; everybody sees it within a minute' : ''}.\n`);
});
