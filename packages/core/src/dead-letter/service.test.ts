/** Dead letters: each filed once, sent or discarded by one person alone, and entered in the audit log with whatever came of it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { searchAudit } from '../audit/service.ts';
import { newId } from '../shared/ids.ts';
import { day, minute } from '../shared/time.ts';
import { type Clock, makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { noteFailure } from './failure.ts';
import { type LetterContent, type LetterSender, StillFailing } from './port.ts';
import { findLetter } from './repo.ts';
import type { LetterId } from './rules.ts';
import {
  discardDeadLetter,
  fileLetter,
  type GivenUp,
  getDeadLetter,
  listDeadLetters,
  retryDeadLetter,
} from './service.ts';

const table = useTable();
const clock: Clock = { now: new Date('2026-11-29T01:00:00Z') };
const pass = (ms: number) => {
  clock.now = new Date(clock.now.getTime() + ms);
};
const system = makeCtx(table, { kind: 'system', name: 'test' }, clock);
const administrator = async (name = 'Lan') =>
  makeCtx(table, await makePerson(table, { name, roles: ['administrator'] }), clock);
let number = 0;
const file = (over: Partial<GivenUp> = {}) =>
  fileLetter(system, { source: 'rename', messageId: `m${number++}`, failedAt: clock.now, body: '{}', ...over });
const open = async () => (await listDeadLetters(system, { state: 'open', limit: 100 })).items.map(({ id }) => id);
const entered = async (id: LetterId) =>
  (await searchAudit(await administrator(), { subject: `letter:${id}`, limit: 10 })).items.map(({ action }) => action);

function makeSender(then: (content: LetterContent) => Promise<void> = async () => undefined) {
  const sent: LetterContent[] = [];
  const sender: LetterSender = {
    async send(content) {
      sent.push(content);
      await then(content);
    },
  };
  return { sent, sender };
}

it('one that is filed twice is one letter; it says what its work failed with, and nothing that somebody typed', async () => {
  await noteFailure(system, 'alike', 'm', new TypeError('No “Chị Lan” here'));
  await noteFailure(system, 'alike', 'm', new Error('Not ready'));
  const given = { source: 'alike', messageId: 'm', failedAt: clock.now, body: '{"message":1}', tries: 5 } as const;
  const id = await fileLetter(system, given);
  pass(minute);
  expect(await fileLetter(system, given)).toBe(id);
  expect((await open()).filter((one) => one === id)).toHaveLength(1);
  expect(await getDeadLetter(system, id)).toEqual({
    ...{ id, source: 'alike', messageId: 'm', body: '{"message":1}', tries: 5, sentAt: null, canRetry: true },
    ...{ failedAt: '2026-11-29T01:00:00.000Z', keptUntil: null, discarded: null },
    fault: { name: 'Error', message: 'Not ready' },
  });
  const other = await file({ ...given, messageId: 'n' });
  expect(other).not.toBe(id);
  expect((await getDeadLetter(system, other)).fault).toBeNull();
  await noteFailure(system, 'alike', 'o', new TypeError('No “Chị Lan” here'));
  const third = await file({ ...given, messageId: 'o' });
  expect((await getDeadLetter(system, third)).fault).toEqual({ name: 'TypeError', message: 'No … here' });
});

it('two administrators who send it at once send it once, and then it is gone', async () => {
  const id = await file({ body: '{"person":"per_1"}' });
  const { sent, sender } = makeSender(() => sleep(30));
  const ctxs = [await administrator(), await administrator()];
  const outcomes = await Promise.allSettled(ctxs.map((ctx) => retryDeadLetter(ctx, sender, id)));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'letter_in_retry' } });
  expect(sent).toEqual([{ source: 'rename', body: '{"person":"per_1"}' }]);
  expect(await open()).not.toContain(id);
  expect(await entered(id)).toEqual(['dead_letter_retried']);
  await expect(retryDeadLetter(ctxs[0]!, sender, id)).rejects.toMatchObject({ code: 'not_found' });
});

it('while it is sent nobody discards it; what was discarded is not sent', async () => {
  const id = await file();
  const going = Promise.withResolvers<void>();
  const { sent, sender } = makeSender(() => going.promise);
  const ctx = await administrator();
  const retry = retryDeadLetter(ctx, sender, id);
  await expect.poll(() => sent.length).toBe(1);
  await expect(discardDeadLetter(ctx, id, 'Không cần nữa')).rejects.toMatchObject({ code: 'letter_in_retry' });
  going.resolve();
  await retry;
  await expect(discardDeadLetter(ctx, id, 'Không cần nữa')).rejects.toMatchObject({ code: 'not_found' });
  const other = await file();
  await discardDeadLetter(ctx, other, 'Không cần nữa');
  await expect(retryDeadLetter(ctx, sender, other)).rejects.toMatchObject({ code: 'not_found' });
  expect(sent).toHaveLength(1);
  const both = await file();
  const ways = [discardDeadLetter(ctx, both, 'Một người bỏ'), discardDeadLetter(await administrator(), both, 'Hai')];
  expect((await Promise.allSettled(ways)).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await entered(both)).toEqual(['dead_letter_discarded']);
});

it('one whose sender went away in the middle can be sent again after two minutes', async () => {
  const id = await file();
  const ctx = await administrator();
  const away = makeSender(() => new Promise(() => {}));
  void retryDeadLetter(ctx, away.sender, id);
  await expect.poll(() => away.sent.length).toBe(1);
  const { sent, sender } = makeSender();
  pass(2 * minute - 1);
  await expect(retryDeadLetter(ctx, sender, id)).rejects.toMatchObject({ code: 'letter_in_retry' });
  pass(1);
  await retryDeadLetter(ctx, sender, id);
  expect(sent).toHaveLength(1);
});

it('one that cannot be sent stays as it is; one that fails again says so, and can be tried at once', async () => {
  const id = await file({ tries: 5 });
  const ctx = await administrator();
  const away = makeSender(() => Promise.reject(new Error('the queue is away')));
  await expect(retryDeadLetter(ctx, away.sender, id)).rejects.toMatchObject({ code: 'busy' });
  expect(await getDeadLetter(ctx, id)).toMatchObject({ tries: 5, fault: null });
  const failing = makeSender(() => Promise.reject(new StillFailing(new RangeError('too many'))));
  await expect(retryDeadLetter(ctx, failing.sender, id)).rejects.toMatchObject({ code: 'letter_fails_again' });
  const fault = { name: 'RangeError', message: 'too many' };
  expect(await getDeadLetter(ctx, id)).toMatchObject({ tries: 6, fault });
  expect(await entered(id)).toEqual([]);
  await retryDeadLetter(ctx, makeSender().sender, id);
});

it('a record of the stream comes back as it was, for a fortnight, and is shown to nobody', async () => {
  const record = JSON.stringify({ name: 'Nguyễn Thị Lan'.repeat(1_000) });
  const id = await file({ source: 'streams', record });
  const ctx = await administrator();
  const shown = await getDeadLetter(ctx, id);
  expect(JSON.stringify(shown)).not.toContain('Lan');
  expect(Date.parse(shown.keptUntil!) - clock.now.getTime()).toBe(14 * day);
  const { sent, sender } = makeSender();
  await retryDeadLetter(ctx, sender, id);
  expect(sent[0]!.record).toBe(record);
});

it('without a record there is nothing to send: it says so, and can be discarded', async () => {
  const id = await file({ source: 'streams' });
  const ctx = await administrator();
  const { sent, sender } = makeSender();
  expect((await getDeadLetter(ctx, id)).canRetry).toBe(false);
  await expect(retryDeadLetter(ctx, sender, id)).rejects.toMatchObject({ code: 'letter_without_record' });
  expect(sent).toEqual([]);
  await discardDeadLetter(ctx, id, 'Đã đếm lại');
});

it('what was discarded is kept for a year with who and why, without its record', async () => {
  const id = await file({ source: 'streams', record: '{}' });
  const ctx = await administrator('Minh Thư');
  const { id: by } = ctx.actor as { id: string };
  const at = clock.now.toISOString();
  const discarded = { at, by, who: 'Minh Thư', reason: 'Bài đã xóa' };
  const kept = await discardDeadLetter(ctx, id, 'Bài đã xóa');
  expect(kept).toMatchObject({ id, discarded, canRetry: false });
  expect(Date.parse(kept.keptUntil!) - clock.now.getTime()).toBe(365 * day);
  expect(await findLetter(ctx, id)).not.toHaveProperty('record');
  expect(await open()).not.toContain(id);
  const { items } = await listDeadLetters(ctx, { state: 'discarded', limit: 100 });
  expect(items.find((letter) => letter.id === id)).toMatchObject({ discarded });
});

it('are listed newest first, page by page', async () => {
  pass(day);
  const made: LetterId[] = [];
  for (let at = 0; at < 5; at++, pass(minute)) made.unshift(await file());
  const first = await listDeadLetters(system, { state: 'open', limit: 3 });
  const second = await listDeadLetters(system, { state: 'open', limit: 2, cursor: first.nextCursor! });
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made);
});

it('are for administrators; only the system files them', async () => {
  const id = await file();
  const moderator = makeCtx(table, await makePerson(table, { roles: ['moderator'] }), clock);
  const { sender } = makeSender();
  for (const use of [
    () => listDeadLetters(moderator, { state: 'open', limit: 1 }),
    () => getDeadLetter(moderator, id),
    () => retryDeadLetter(moderator, sender, id),
    () => discardDeadLetter(moderator, id, 'Không cần'),
  ])
    await expect(use()).rejects.toMatchObject({ code: 'not_allowed' });
  const given = { source: 'rename', messageId: 'm', failedAt: clock.now, body: '{}' } as const;
  await expect(fileLetter(await administrator(), given)).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(getDeadLetter(await administrator(), newId('letter', system))).rejects.toMatchObject({
    code: 'not_found',
  });
});
