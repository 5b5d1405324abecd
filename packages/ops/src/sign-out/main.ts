/** `npm run sign-out -- EMAIL`: ends every session of a person, on a data folder or the table `TABLE_NAME`. */
import { operatorContext, runCommand } from '../command.ts';
import { readAddress, signOut } from './sign-out.ts';

await runCommand(async ({ open, say }) => {
  const email = readAddress(process.argv.slice(2));
  const table = await open();
  const ended = await signOut(operatorContext(table.db, 'sign-out'), email);
  say(`${email} is signed in nowhere any more: ${ended} sessions ended, on ${table.place}.\n`);
});
