/** `npm run job -- NAME [EVENT]`: runs a job to its end, on a data folder or the table `TABLE_NAME`. EVENT is JSON. */
import { enterAudit } from '@hanoi/core/audit/service';
import { useConnected } from '@hanoi/core/db/client';
import { operatorContext, runCommand } from '../command.ts';
import { readJob } from './job.ts';

await runCommand(async ({ open, say }) => {
  const { job, event } = readJob(process.argv.slice(2));
  const { db, place } = await open();
  useConnected(db);
  await enterAudit(operatorContext(db, 'job'), { action: 'job_run', subject: `job:${job.name}` });
  const run = await job.load();
  for (let isDone = false; !isDone; ) {
    const answer = await run(event);
    say(`${JSON.stringify(answer)}\n`);
    // A scan ends within a Lambda's time and continues in the next run.
    isDone = (answer as { done?: boolean } | undefined)?.done !== false;
  }
  say(`${job.name} has come to its end, on ${place}.\n`);
});
