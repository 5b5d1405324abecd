/** `npm run grant-admin -- EMAIL [--role ROLE] [--programme CODE] [--ward CODE] [--revoke] [--reason TEXT]`, on a data folder or the table `TABLE_NAME`. */
import { parseArgs } from 'node:util';
import { operatorContext, runCommand } from '../command.ts';
import { changeRole, type Outcome, readGrant } from './grant.ts';

const said: Record<Outcome, string> = {
  given: 'now has the role',
  'given to a new account': 'has an account now, to be opened by the first sign-in, and the role',
  'had already': 'already had the role',
  taken: 'no longer has the role',
  'had not': 'did not have the role',
};

await runCommand(async ({ open, say }) => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      role: { type: 'string' },
      programme: { type: 'string', multiple: true },
      ward: { type: 'string', multiple: true },
      revoke: { type: 'boolean' },
      reason: { type: 'string' },
    },
  });
  const grant = readGrant(positionals, values);
  const table = await open();
  const outcome = await changeRole(operatorContext(table.db, 'grant-admin'), grant);
  say(`${grant.email} ${said[outcome]} ${grant.role}, on ${table.place}.\n`);
});
