/** Forms kept on the way through an identity provider: read by their key alone, for a quarter of an hour, from one network so many. */
import { expect, it } from 'vitest';
import { makeCtx } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { carryForm, getCarriedForm } from './carried-form.ts';

const table = useTable();
const at = (now: string) => makeCtx(table, { kind: 'anonymous' }, { now: new Date(now) });
const asker = { address: '203.0.113.7' };

it('is read by its key for a quarter of an hour, and by no other', async () => {
  const { key, expiresAt } = await carryForm(at('2026-03-01T08:00:00Z'), '{"comment":"Đúng vậy"}', asker);
  expect(expiresAt).toBe('2026-03-01T08:15:00.000Z');
  expect(await getCarriedForm(at('2026-03-01T08:14:59Z'), key)).toEqual({ form: '{"comment":"Đúng vậy"}' });
  const refused = { code: 'not_found' };
  await expect(getCarriedForm(at('2026-03-01T08:15:00Z'), key)).rejects.toMatchObject(refused);
  await expect(getCarriedForm(at('2026-03-01T08:01:00Z'), `${key}x`)).rejects.toMatchObject(refused);
});

it('is kept 6,000 times an hour for one network', async () => {
  const ctx = at('2026-03-02T08:00:00Z');
  const { countUse } = await import('../db/limit.ts');
  const { limitOfCarriedForms } = await import('./limits.ts');
  const limit = limitOfCarriedForms(asker);
  expect([limit.times, limit.windowMs]).toEqual([6_000, 3_600_000]);
  for (let used = 0; used < 3; used++) await countUse(ctx, { ...limit, times: 3 });
  await expect(countUse(ctx, { ...limit, times: 3 })).rejects.toMatchObject({ code: 'too_many_requests' });
});
