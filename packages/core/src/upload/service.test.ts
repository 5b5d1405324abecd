/** Uploading without end. */

import { expect, it } from 'vitest';
import { makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { newUploadId } from './service.ts';

const table = useTable();

it('one person may not fill the store, nor keep the decoder from others', async () => {
  const [greedy, other] = [await makePerson(table), await makePerson(table)];
  const clock = { now: new Date('2026-03-01T08:20:00Z') };
  const wanted = Array.from({ length: 150 }, () => newUploadId(makeCtx(table, greedy, clock)));
  const outcomes = await Promise.allSettled(wanted);
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(outcomes.length - refused.length).toBe(120);
  expect(refused[0]?.reason).toMatchObject({ code: 'too_many_requests', data: { retryAfter: 40 * 60 } });
  await expect(newUploadId(makeCtx(table, other, clock))).resolves.toMatch(/^upl_/);
  clock.now = new Date('2026-03-01T09:00:00Z');
  await expect(newUploadId(makeCtx(table, greedy, clock))).resolves.toMatch(/^upl_/);
});
