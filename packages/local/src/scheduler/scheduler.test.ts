/** Jobs run at their times, never twice at once, and one that fails runs again. */
import { setTimeout as sleep } from 'node:timers/promises';
import { silentLog } from '@hanoi/engine/log';
import { expect, test } from 'vitest';
import { startScheduler } from './scheduler.ts';

test('a slow job does not overlap itself, a failing one is run again', async () => {
  let running = 0;
  let most = 0;
  let slow = 0;
  let failing = 0;
  const slowJob = async () => {
    slow++;
    most = Math.max(most, ++running);
    await sleep(30);
    running--;
  };
  const failingJob = async () => {
    failing++;
    throw new Error('no');
  };
  const scheduler = startScheduler({
    jobs: [
      { name: 'slow', everySeconds: 0.02, load: async () => slowJob },
      { name: 'failing', everySeconds: 0.02, load: async () => failingJob },
    ],
    log: silentLog,
  });
  await Promise.all([scheduler.runNow('slow'), scheduler.runNow('slow')]);
  expect(slow).toBe(1);
  await expect(scheduler.runNow('failing')).rejects.toThrow('no');
  await expect.poll(() => Math.min(slow, failing)).toBeGreaterThan(2);
  await scheduler.stop();
  const after = slow;
  await sleep(80);
  expect([slow, most, running]).toEqual([after, 1, 0]);
});
