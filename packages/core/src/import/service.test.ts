/** A record of another system becomes one challenge, however often and by however many it is imported. */

import { expect, it } from 'vitest';
import { editChallenge, getChallenge } from '../challenge/service.ts';
import { makeNewChallenge } from '../testing/challenge.ts';
import { makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { findImported, importChallenge } from './service.ts';

const table = useTable();
const ending = { reason: 'Đã kết thúc tại nguồn', at: new Date('2026-04-01T00:00:00Z') };

async function importer() {
  return makeCtx(table, await makePerson(table), { now: new Date('2026-03-01T08:00:00Z') });
}

it('makes one challenge of twenty imports at once', async () => {
  const ctx = await importer();
  const origin = { source: 'somewhere', id: '1' };
  expect(await findImported(ctx, [origin])).toEqual([undefined]);
  const made = await Promise.all(Array.from({ length: 20 }, () => importChallenge(ctx, origin, makeNewChallenge())));
  expect(made.filter(({ created }) => created)).toHaveLength(1);
  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  expect(await findImported(ctx, [origin])).toEqual([made[0]?.id]);
});

it('keeps sources and ids apart', async () => {
  const ctx = await importer();
  const origins = [
    { source: 'a', id: '11' },
    { source: 'a1', id: '1' },
    { source: 'b', id: '11' },
  ];
  for (const origin of origins) {
    expect((await importChallenge(ctx, origin, makeNewChallenge())).created).toBe(true);
  }
});

it('stamps the challenge with the time it was raised at, and closes what had ended', async () => {
  const ctx = await importer();
  const { id } = await importChallenge(ctx, { source: 'somewhere', id: '2' }, makeNewChallenge(), ending);
  const challenge = await getChallenge(ctx, id);
  expect(challenge).toMatchObject({
    status: 'closed',
    closeReason: ending.reason,
    createdAt: '2026-03-01T08:00:00.000Z',
  });
  expect(challenge.updatedAt).toBe('2026-04-01T00:00:00.000Z');
});

it('closes on the second run what the first was killed before closing, but not what was touched since', async () => {
  const ctx = await importer();
  const unfinished = { source: 'somewhere', id: '3' };
  const { id } = await importChallenge(ctx, unfinished, makeNewChallenge());
  expect(await importChallenge(ctx, unfinished, makeNewChallenge(), ending)).toEqual({ id, created: false });
  expect((await getChallenge(ctx, id)).status).toBe('closed');
  const touched = { source: 'somewhere', id: '4' };
  const other = await importChallenge(ctx, touched, makeNewChallenge());
  await editChallenge(ctx, other.id, { version: 1, title: 'Một tiêu đề vừa được sửa lại' });
  await importChallenge(ctx, touched, makeNewChallenge(), ending);
  expect((await getChallenge(ctx, other.id)).status).toBe('open');
});
