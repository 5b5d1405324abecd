/** What starts jobs, wherever they run: Lambda, or the scheduler of one machine. */
import type { JobName, Place } from './schema.ts';

export type JobRunner = {
  place: Place;
  /** Starts a run, and does not wait for its end. Throws where that was not possible. */
  start(name: JobName): Promise<void>;
};
