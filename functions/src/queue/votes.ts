/** Worker: a decision about votes → the votes, forty a step. */
import { quarantineStep } from '@hanoi/core/quarantine/service';
import { queueHandler } from './worker.ts';

export const handler = queueHandler('votes', quarantineStep);
