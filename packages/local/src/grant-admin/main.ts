/** `npm run grant-admin -- EMAIL [--role ROLE] [--revoke] [--reason TEXT]`, on a data folder or the table `TABLE_NAME`. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { openTable } from '../open-table.ts';
import { changeRole, type Outcome, readGrant, UsageError } from './grant.ts';

const said: Record<Outcome, string> = {
  given: 'now has the role',
  'given to a new account': 'has an account now, to be opened by the first sign-in, and the role',
  'had already': 'already had the role',
  taken: 'no longer has the role',
  'had not': 'did not have the role',
};

const root = resolve(import.meta.dirname, '../../../..');

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { role: { type: 'string' }, revoke: { type: 'boolean' }, reason: { type: 'string' } },
  });
  const grant = readGrant(positionals, values);
  const table = await openTable({ dataDir: readConfig(root).dataDir, log: createLog() });
  try {
    const outcome = await changeRole(table.db, grant);
    await table.projected();
    process.stdout.write(`${grant.email} ${said[outcome]} ${grant.role}, on ${table.place}.\n`);
  } finally {
    await table.close();
  }
} catch (error) {
  const isUsage = error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  if (!isUsage) throw error;
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}
