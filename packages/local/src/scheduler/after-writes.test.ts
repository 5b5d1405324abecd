/** A job that follows writes: one run for many of them, none without, and a rest as long as the run was costly. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { runAfterWrites } from './after-writes.ts';

test('many writes are one run, and a write during the run is not forgotten', async () => {
  let runs = 0;
  const run = async () => {
    runs++;
    await sleep(20);
  };
  const follower = runAfterWrites({ run, waitMs: 20, rest: 0 });
  for (let write = 0; write < 50; write++) follower.written();
  await expect.poll(() => runs).toBe(1);
  await sleep(80);
  expect(runs).toBe(1);
  follower.written();
  await expect.poll(() => runs, { interval: 1 }).toBe(2);
  follower.written();
  await expect.poll(() => runs).toBe(3);
  await sleep(80);
  follower.written();
  follower.stop();
  follower.written();
  await sleep(60);
  expect(runs).toBe(3);
});

test('a costly run is followed by a rest, a failing one by another', async () => {
  let runs = 0;
  const run = async () => {
    runs++;
    await sleep(30);
    throw new Error('no');
  };
  const follower = runAfterWrites({ run, waitMs: 1, rest: 10 });
  follower.written();
  await expect.poll(() => runs).toBe(1);
  await sleep(60);
  follower.written();
  await sleep(100);
  expect(runs).toBe(1);
  await expect.poll(() => runs).toBe(2);
  follower.stop();
});
