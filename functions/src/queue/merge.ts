/** Worker: a merge, or the undoing of one → solutions that go along or come back, and the question to those who supported it. */
import { followMerge } from '@hanoi/core/merge/follow';
import { queueHandler } from './worker.ts';

export const handler = queueHandler('merge', followMerge);
