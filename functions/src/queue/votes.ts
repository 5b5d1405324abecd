/** Worker: a decision about votes → the votes, forty a step. */
import { votesStep } from '@hanoi/core/moderation/votes';
import { queueHandler } from './worker.ts';

export const handler = queueHandler('votes', votesStep);
