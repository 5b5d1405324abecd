/** `npm run rebuild-search`: makes the search index of a data folder anew, while its site runs or not. */
import { searchFile } from '@hanoi/local/search-file';
import { rebuildReplica } from '@hanoi/search/replica/rebuild';
import { operatorContext, runCommand, UsageError } from '../command.ts';

const everyMs = 2_000;

await runCommand(async ({ open, say, dataDir }) => {
  if (process.env.TABLE_NAME)
    throw new UsageError('On AWS the job snapshot-search makes the index: npm run job -- snapshot-search.');
  const { db, place } = await open();
  let saidAt = Date.now();
  const applied = await rebuildReplica({
    file: searchFile(dataDir),
    ctx: () => operatorContext(db, 'rebuild-search'),
    onProgress(sofar) {
      if (Date.now() - saidAt < everyMs) return;
      saidAt = Date.now();
      say(`${sofar} things are in the new index so far.\n`);
    },
  });
  say(
    `The search index of ${place} is made anew: ${applied} things can be found. A running site uses it within seconds.\n`,
  );
});
