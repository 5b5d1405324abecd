/** `npm run found-organisation -- --slug SLUG --kind KIND --name NAME [--member EMAIL:ROLE]…`, on a data folder or the table `TABLE_NAME`. */
import { parseArgs } from 'node:util';
import { operatorContext, runCommand } from '../command.ts';
import { found, type Joined, readFounding } from './found.ts';

const said: Record<Joined['was'], string> = {
  added: 'is in it now, as',
  'added with a new account': 'has an account now, to be opened by the first sign-in, and is in it as',
  'there already': 'was in it already, as',
};

await runCommand(async ({ open, say }) => {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      slug: text,
      kind: text,
      name: text,
      about: text,
      member: { type: 'string', multiple: true },
      reason: text,
    },
  });
  const founding = readFounding(values);
  const table = await open();
  const { organisation, isNew, joined } = await found(operatorContext(table.db, 'found-organisation'), founding);
  const { name, kind, id } = organisation;
  say(`“${name}” (${kind}, ${id}) ${isNew ? 'is founded' : 'was there already'}, on ${table.place}.\n`);
  for (const { email, role, was } of joined) say(`${email} ${said[was]} ${role}.\n`);
});
