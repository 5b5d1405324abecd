/** Marks of networks: alike within a network and a week, and gone after a month. */
import { expect, it } from 'vitest';
import { forgetMarks, keptDays, listSeenVotes } from '../evidence/repo.ts';
import { after, day, hour } from '../shared/time.ts';
import { makePublicChallenge } from '../testing/challenge.ts';
import { makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { getViewer } from '../viewer/service.ts';
import { markOf } from './mark.ts';
import { supportSubject, unsupportSubject } from './service.ts';

const table = useTable();

it('marks of networks differ by network and by week, and are gone after a month', async () => {
  const clock = { now: new Date('2026-03-04T05:00:00Z') };
  const at = makeCtx(table, await makePerson(table), clock);
  const marks = [await markOf(at, '203.0.113.7'), await markOf(at, '203.0.113.200'), await markOf(at, '203.0.114.7')];
  expect(marks[0]).toBe(marks[1]);
  expect(marks[2]).not.toBe(marks[0]);
  expect(marks[0]).toMatch(/^[\w-]{12}$/);
  const { id } = await makePublicChallenge(at);
  await supportSubject(at, id, '203.0.113.7');
  expect(await listSeenVotes(at, id, after(clock.now, -hour))).toMatchObject([{ network: marks[0] }]);
  clock.now = after(clock.now, 7 * day);
  expect(await markOf(at, '203.0.113.7')).not.toBe(marks[0]);
  clock.now = new Date(Date.parse('2026-03-04T05:00:00Z') + (keptDays.marks - 1) * day);
  expect(await forgetMarks(at, after(clock.now, hour))).toEqual({ forgotten: 0, done: true });
  clock.now = after(clock.now, day);
  expect(await forgetMarks(at, after(clock.now, hour))).toEqual({ forgotten: 1, done: true });
  expect(await listSeenVotes(at, id, new Date('2026-03-04T00:00:00Z'))).toEqual([]);
  expect(await getViewer(at, id)).toMatchObject({ supported: true });
  expect((await unsupportSubject(at, id)).support).toBe(0);
});

it('the address of a proxy that nobody named leaves no mark', async () => {
  const ctx = makeCtx(table, await makePerson(table));
  expect(await markOf(ctx, '127.0.0.1')).toBeUndefined();
  const { id } = await makePublicChallenge(ctx);
  await supportSubject(ctx, id, '127.0.0.1');
  expect(await listSeenVotes(ctx, id, after(new Date(), -hour))).toEqual([]);
});
