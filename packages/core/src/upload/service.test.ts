/** Uploading without end. */

import { expect, it } from 'vitest';
import { makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { newUploadId, uploadsAnHour } from './service.ts';

const table = useTable();

it('one person may not fill the store, nor keep the decoder from others', async () => {
  const [greedy, other] = [await makePerson(table), await makePerson(table)];
  // An hour may end in the middle: then twice as many.
  const wanted = Array.from({ length: 2 * uploadsAnHour + 1 }, () => newUploadId(makeCtx(table, greedy)));
  const outcomes = await Promise.allSettled(wanted);
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]?.reason).toMatchObject({ code: 'too_many_requests', data: { retryAfter: expect.any(Number) } });
  expect(outcomes.length - refused.length).toBeGreaterThanOrEqual(uploadsAnHour);
  await expect(newUploadId(makeCtx(table, other))).resolves.toMatch(/^upl_/);
});
