/**
 * `npm run backup -- folder PARENT [--keep N]`: the whole data folder, while its site runs.
 * `npm run backup -- export|restore FOLDER [--over]`: the table of a data folder, or the table `TABLE_NAME`, to and from a folder.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand, UsageError } from '../command.ts';
import { copyFolder, dropOldCopies } from './copy-folder.ts';
import { exportTable } from './export.ts';
import { restoreTable } from './restore.ts';

const usage = `npm run backup -- folder PARENT [--keep N]
npm run backup -- export FOLDER
npm run backup -- restore FOLDER [--over]`;

await runCommand(async ({ dataDir, open, say }) => {
  const options = { over: { type: 'boolean' }, keep: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const [action, folder, ...more] = positionals;
  if (!/^(?:folder|export|restore)$/.test(action ?? '') || !folder || more.length > 0) throw new UsageError(usage);
  const keep = values.keep === undefined ? undefined : Number(values.keep);
  if (keep !== undefined && !(Number.isInteger(keep) && keep > 0)) throw new UsageError('--keep is a number from 1.');
  const at = resolve(process.env.INIT_CWD ?? '.', folder);
  if (action === 'folder') {
    say(`${dataDir} copied to ${await copyFolder(dataDir, at)}.\n`);
    const old = keep === undefined ? [] : await dropOldCopies(at, keep);
    if (old.length > 0) say(`Removed: ${old.join(', ')}.\n`);
    return;
  }
  const { db, place } = await open();
  const count = action === 'export' ? await exportTable(db, at) : await restoreTable(db, at, values);
  say(`${count} items ${action === 'export' ? `of ${place} written to` : `put into ${place} from`} ${at}.\n`);
});
