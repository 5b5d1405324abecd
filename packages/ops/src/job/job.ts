/** Arguments of `npm run job`: a job of the catalogue, and its event. */
import { type Job, jobs } from '@hanoi/functions/jobs/catalogue';
import { UsageError } from '../command.ts';

/** Reads `NAME [EVENT]`. Throws UsageError. */
export function readJob([name, event, ...more]: readonly string[]): { job: Job; event: unknown } {
  const job = jobs.find((candidate) => candidate.name === name);
  const usage = `npm run job -- NAME [EVENT]     NAME: ${jobs.map((one) => one.name).join(', ')}`;
  if (!job || more.length > 0) throw new UsageError(usage);
  try {
    return { job, event: event === undefined ? undefined : JSON.parse(event) };
  } catch {
    throw new UsageError(`“${event}” is no JSON, such as '{"fix":true}'.`);
  }
}
