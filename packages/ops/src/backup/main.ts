/** `npm run backup -- export|restore FOLDER [--over]`: the table of a data folder, or the table `TABLE_NAME`, to and from a folder. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand, UsageError } from '../command.ts';
import { exportTable } from './export.ts';
import { restoreTable } from './restore.ts';

const usage = 'npm run backup -- export FOLDER\nnpm run backup -- restore FOLDER [--over]';

await runCommand(async ({ open, say }) => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { over: { type: 'boolean' } } });
  const [action, folder, ...more] = positionals;
  if ((action !== 'export' && action !== 'restore') || !folder || more.length > 0) throw new UsageError(usage);
  const { db, place } = await open();
  const at = resolve(process.env.INIT_CWD ?? '.', folder);
  const count = action === 'export' ? await exportTable(db, at) : await restoreTable(db, at, values);
  say(`${count} items ${action === 'export' ? `of ${place} written to` : `put into ${place} from`} ${at}.\n`);
});
