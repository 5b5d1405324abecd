/** Shared work gives each an answer begun after they asked, and runs no more often than it must. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { sharingTheNext } from './sharing.ts';

test('those who ask meanwhile share the next run, which sees what they did before asking', async () => {
  let written = 0;
  let runs = 0;
  const read = sharingTheNext(
    async () => {
      runs++;
      const seen = written;
      await sleep(5);
      return seen;
    },
    () => 'one',
  );
  const writeAndRead = async () => {
    const mine = ++written;
    expect(await read()).toBeGreaterThanOrEqual(mine);
  };
  await Promise.all(Array.from({ length: 20 }, writeAndRead));
  expect(runs).toBe(2);
  await writeAndRead();
  expect(runs).toBe(3);
});

test('keys do not wait for each other, and a failure reaches only those who shared it', async () => {
  let fails = true;
  const work = sharingTheNext(
    async (key: string) => {
      await sleep(1);
      if (key === 'bad' && fails) throw new Error('no answer');
      return key;
    },
    (key) => key,
  );
  const first = work('bad');
  const second = work('bad');
  expect(await work('good')).toBe('good');
  await expect(first).rejects.toThrow('no answer');
  fails = false;
  expect(await second).toBe('bad');
});
