/** Demands of authorities: due by the hours of the law, before all else in the queue, named in what follows from them, and counted. */
import { beforeAll, describe, expect, it } from 'vitest';
import { listEntries } from '../audit/repo.ts';
import { dueBy } from '../order/rules.ts';
import { newOrderSchema } from '../order/schema.ts';
import type { Ctx, PersonActor } from '../shared/context.ts';
import { after, hour, iso } from '../shared/time.ts';
import { makePublicChallenge } from '../testing/challenge.ts';
import type { Clock } from '../testing/context.ts';
import { outcomesOf } from '../testing/outcomes.ts';
import { useTable } from '../testing/table.ts';
import { countMonth } from '../transparency/service.ts';
import { recordOrder } from './order.ts';
import { getQueue } from './queue.ts';
import { getItem } from './service.ts';
import { decideAs, moderator, reportedItem, sayOn, someone } from './testing-moderation.ts';

const table = useTable();
const clock: Clock = { now: new Date('2026-11-20T02:00:00Z') };
let author: Ctx;
let reader: Ctx;
let lan: Ctx;
beforeAll(async () => {
  [author, reader, lan] = [
    await someone(table, {}, clock),
    await someone(table, {}, clock),
    await moderator(table, {}, clock),
  ];
});

const parts = { number: '123/CV-SVHTT', issuer: 'Sở Văn hóa và Thể thao Hà Nội', demands: 'Gỡ bỏ bài viết' };
/** An order about content that came so many hours ago. */
const orderOf = (subject: string, hoursAgo: number, over: object = {}) =>
  newOrderSchema.parse({
    ...parts,
    subject,
    receivedAt: iso(after(clock.now, -hoursAgo * hour)),
    term: 'cybersecurity-2025',
    ...over,
  });
const codeOf = async (action: Promise<unknown>) => (await outcomesOf([action]))[0];

describe('a demand', () => {
  it('is due by the hours of the law, counted from when it came, and stands before all else, the overdue first', async () => {
    const { id } = await makePublicChallenge(author);
    await reportedItem(reader, id, 'illegal');
    const later = await recordOrder(lan, orderOf(id, 1));
    const overdue = await recordOrder(lan, orderOf(`https://example.vn/en/challenges/${id}?events=`, 30));
    const urgent = await recordOrder(lan, orderOf(id, 1, { term: 'cybersecurity-2025-urgent' }));
    expect(later).toMatchObject({ kind: 'order', dueAt: '2026-11-21T01:00:00.000Z', order: { ...parts } });
    expect(urgent.dueAt).toBe('2026-11-20T07:00:00.000Z');
    const { items } = await getQueue(lan, { limit: 10 });
    const mine = items.filter(({ subject }) => subject.id === id);
    expect(mine.map(({ id: item }) => item).slice(0, 3)).toEqual([overdue.id, urgent.id, later.id]);
    expect(items.slice(0, 3).every(({ kind }) => kind === 'order')).toBe(true);
    expect((await getQueue(lan, { kind: 'order', limit: 10 })).items[0]?.id).toBe(overdue.id);
    const told = (await listEntries(lan, { subject: overdue.id, limit: 10 })).items;
    expect(told).toMatchObject([{ action: 'order_recorded', by: (lan.actor as PersonActor).id }]);
    expect(JSON.stringify(told)).not.toMatch(/CV-SVHTT|Văn hóa/);
  });

  it('is named, by number and issuer, in the decision that follows from it', async () => {
    const { id } = await makePublicChallenge(author);
    const comment = await sayOn(author, id);
    const item = await recordOrder(lan, orderOf(`/challenges/${id}?around=${comment.id}#${comment.id}`, 2));
    expect(item.subject).toMatchObject({ kind: 'comment', id: comment.id });
    const { number, issuer } = parts;
    const decision = await decideAs(lan, item.id, { action: 'hide', reason: 'illegal' });
    expect(decision).toMatchObject({ foundBy: 'order', order: { number, issuer } });
    expect(await getItem(lan, item.id)).toMatchObject({ status: 'done', order: { ...parts } });
    const reported = await reportedItem(reader, id);
    expect(await decideAs(lan, reported, { action: 'warn' })).toMatchObject({ foundBy: 'report', order: null });
  });

  it.each<[string, object, string]>([
    ['that is still to come', { receivedAt: '2026-11-21T00:00:00Z' }, 'invalid_input'],
    ['by a law that was not in force', { receivedAt: '2026-06-30T16:59:59Z' }, 'invalid_input'],
    ['by a law that there is not', { term: 'none' }, 'invalid_input'],
    ['due before it came', { term: undefined, dueAt: '2026-11-19T00:00:00Z' }, 'invalid_input'],
    ['about nothing', { subject: 'https://example.vn/' }, 'not_found'],
    ['about what there is not', { subject: 'chl_01JDB8N0P4X7K2M9QW5T3RZ6VA' }, 'not_found'],
  ])('%s is refused', async (_, over, code) => {
    const { id } = await makePublicChallenge(author);
    expect(await codeOf(recordOrder(lan, orderOf(id, 1, over)))).toBe(code);
  });

  it('has one end: by law, or its own; and is recorded by those who moderate, not by whom it concerns', async () => {
    const { id } = await makePublicChallenge(author);
    const receivedAt = iso(clock.now);
    const given = { ...parts, subject: id, receivedAt };
    expect(newOrderSchema.safeParse(given).success).toBe(false);
    expect(newOrderSchema.safeParse({ ...given, term: 'decree-147-2024', dueAt: receivedAt }).success).toBe(false);
    const own = await recordOrder(lan, orderOf(id, 1, { term: undefined, dueAt: '2026-11-25T10:00:00Z' }));
    expect(own).toMatchObject({ dueAt: '2026-11-25T10:00:00.000Z', order: { term: null } });
    expect(await codeOf(recordOrder(reader, orderOf(id, 1)))).toBe('not_allowed');
    const { id: ofLan } = await makePublicChallenge(lan);
    expect(await codeOf(recordOrder(lan, orderOf(ofLan, 1)))).toBe('own_content');
    const ofRoads = await moderator(table, { scope: { programmes: ['P2'] } }, clock);
    expect(await codeOf(recordOrder(ofRoads, orderOf(id, 1)))).toBe('outside_scope');
  });

  it('sent twice is recorded once', async () => {
    const { id } = await makePublicChallenge(author);
    const once = { ...lan, idempotencyKey: 'một lần' };
    const [first, second] = [await recordOrder(once, orderOf(id, 1)), await recordOrder(once, orderOf(id, 1))];
    expect(second).toEqual(first);
    expect(await codeOf(recordOrder(once, orderOf(id, 2)))).toBe('idempotency_key_reused');
  });
});

it('counts in the month in which it came: in time, late, or open', async () => {
  const before = await countMonth(lan, '2026-10');
  expect(before.orders).toEqual({ received: 0, inTime: 0, late: 0, open: 0 });
  clock.now = new Date('2026-10-10T02:00:00Z');
  const { id } = await makePublicChallenge(author);
  // Four days by the document, then two of them are decided: one in time, one late.
  const due = (days: number) => ({ term: undefined, dueAt: iso(after(clock.now, days * 24 * hour)) });
  const [inTime, late] = [
    await recordOrder(lan, orderOf(id, 1, due(4))),
    await recordOrder(lan, orderOf(id, 1, due(1))),
  ];
  await recordOrder(lan, orderOf(id, 1, due(2)));
  await recordOrder(lan, orderOf(id, 1, due(9)));
  clock.now = new Date('2026-10-13T02:00:00Z');
  for (const item of [inTime, late]) await decideAs(lan, item.id, { action: 'approve', reason: 'other' });
  expect((await countMonth(lan, '2026-10')).orders).toEqual({ received: 4, inTime: 1, late: 2, open: 1 });
  clock.now = new Date('2026-12-01T02:00:00Z');
  expect((await countMonth(lan, '2026-10')).orders).toEqual({ received: 4, inTime: 1, late: 3, open: 0 });
});

it('hours of the law run through nights and holidays, from the minute it came', () => {
  const due = (term: string, at: string) => dueBy(term, new Date(at))?.toISOString();
  expect(due('cybersecurity-2025', '2027-02-05T10:07:00+07:00')).toBe('2027-02-06T03:07:00.000Z');
  expect(due('cybersecurity-2025-urgent', '2026-11-28T22:30:00+07:00')).toBe('2026-11-28T21:30:00.000Z');
  expect(due('cybersecurity-2025', '2026-06-30T23:59:59+07:00')).toBeUndefined();
  expect(due('decree-147-2024', '2026-06-30T23:59:59+07:00')).toBe('2026-07-01T16:59:59.000Z');
});
