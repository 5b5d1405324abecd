/** Deciding: one transaction, one of two moderators, what the author and those who reported are told, appeals. */
import { beforeAll, describe, expect, it } from 'vitest';
import { findCard } from '../card/repo.ts';
import { editChallenge, getChallenge, raiseChallenge } from '../challenge/service.ts';
import { findComment } from '../comment/repo.ts';
import { deleteComment } from '../comment/service.ts';
import { transact } from '../db/transact.ts';
import { changePersonPart, findPerson } from '../person/repo.ts';
import type { Ctx, PersonActor } from '../shared/context.ts';
import type { ChallengeId, DecisionId, ItemId } from '../shared/ids.ts';
import { minute } from '../shared/time.ts';
import { withdrawSolution } from '../solution/service.ts';
import { makeNewChallenge, makePublicChallenge, makePublicSolution } from '../testing/challenge.ts';
import type { Clock } from '../testing/context.ts';
import { outcomesOf } from '../testing/outcomes.ts';
import { useTable } from '../testing/table.ts';
import { appeal, getDecision, listMyDecisions } from './appeal.ts';
import { closeByHand, removeComment } from './at-once.ts';
import { claimItem, releaseItem } from './claim.ts';
import { openFound, openItem } from './open.ts';
import { getQueue } from './queue.ts';
import { findItem, findOpen } from './repo.ts';
import { listMyReports } from './report.ts';
import { newItemSchema } from './schema.ts';
import { getItem } from './service.ts';
import { decideAs, moderator, reportAs, reportedItem, sayOn, someone } from './testing-moderation.ts';

const table = useTable();
const clock: Clock = { now: new Date('2026-11-28T03:00:00Z') };
let author: Ctx;
let reader: Ctx;
let lan: Ctx;
let minh: Ctx;
beforeAll(async () => {
  [author, reader] = await Promise.all([someone(table, {}, clock), someone(table, {}, clock)]);
  [lan, minh] = await Promise.all([
    moderator(table, { name: 'Lan' }, clock),
    moderator(table, { name: 'Minh' }, clock),
  ]);
});

const codeOf = async (action: Promise<unknown>) => (await outcomesOf([action]))[0];
const personOf = ({ actor }: Ctx) => actor as PersonActor;
const open = (ctx: Ctx, subject: string) => openItem(ctx, newItemSchema.parse({ subject, reason: 'spam' }));
const inQueue = async (item: ItemId) => (await getQueue(lan, { limit: 100 })).items.some(({ id }) => id === item);
/** What somebody reads of their latest decisions or reports, about this content. */
const about = <T extends { subject: { id: string } }>({ items }: { items: T[] }, content: string): T[] =>
  items.filter(({ subject }) => subject.id === content);
const decisionsAbout = async (id: string) => about(await listMyDecisions(author, { limit: 100 }), id);
const reportsOf = async (ctx: Ctx, id: string) => about(await listMyReports(ctx, { limit: 100 }), id);
/** A challenge of the author's, reported by the reader. */
async function reportedChallenge() {
  const { id } = await makePublicChallenge(author);
  return { id, item: await reportedItem(reader, id) };
}

describe('a decision', () => {
  it('does what it says, ends the item, and reaches the author and those who reported', async () => {
    const { id, item } = await reportedChallenge();
    const second = await someone(table, {}, clock);
    await reportAs(second, id, 'hate');
    expect(await inQueue(item)).toBe(true);
    const decision = await decideAs(lan, item, {
      action: 'hide',
      reason: 'hate',
      note: 'Câu thứ hai xúc phạm người dân',
    });
    expect(decision).toMatchObject({
      subject: { kind: 'challenge', id, path: `/challenges/${id}` },
      action: 'hide',
      reason: 'hate',
      rule: '2',
      facts: 'Câu thứ hai xúc phạm người dân',
      foundBy: 'report',
      appealUntil: '2026-12-28T16:59:59.999Z',
      appeal: null,
    });
    expect(JSON.stringify(decision)).not.toContain(personOf(lan).id);
    expect((await findCard(lan, id))?.status).toBe('hidden');
    expect(await inQueue(item)).toBe(false);
    expect(await findOpen(lan, id, 'report')).toBeUndefined();
    expect(await decisionsAbout(id)).toEqual([decision]);
    for (const one of [reader, second]) expect(await reportsOf(one, id)).toMatchObject([{ outcome: 'acted' }]);
    expect(await codeOf(decideAs(minh, item, { action: 'approve' }))).toBe('item_done');
    // The next report, by somebody else, opens another item.
    await decideAs(lan, (await open(lan, id)).item.id, { action: 'restore' });
    expect(await reportedItem(await someone(table, {}, clock), id)).not.toBe(item);
  });

  it('that hides ends all that is open about the content, also what another claimed; a report that came too late can be closed', async () => {
    const { id, item } = await reportedChallenge();
    const found = await openFound(lan, 'rule', id);
    await claimItem(minh, found);
    await decideAs(lan, item, { action: 'hide' });
    expect(await findItem(lan, found)).toMatchObject({ status: 'done', outcome: 'acted', claim: null });
    const late = await openFound(lan, 'report', id);
    expect((await getItem(lan, late)).possible).toContain('approve');
    await decideAs(lan, late, { action: 'approve' });
    expect(await findItem(lan, late)).toMatchObject({ status: 'done', outcome: 'acted' });
    expect((await findCard(lan, id))?.status).toBe('hidden');
  });

  it('shows the notes of its reports, not those of former items', async () => {
    const { id, item } = await reportedChallenge();
    await decideAs(lan, item, { action: 'warn' });
    const other = await someone(table, {}, clock);
    await reportAs(other, id, 'abuse', 'Có lời xúc phạm');
    const again = (await findOpen(lan, id, 'report'))!.id;
    const notes = async (one: ItemId) => (await getItem(lan, one)).reports.map(({ reason, note }) => [reason, note]);
    expect([await notes(item), await notes(again)]).toEqual([[['spam', '']], [['abuse', 'Có lời xúc phạm']]]);
  });

  it('that approves dismisses the reports and leaves the content as it is', async () => {
    const { id, item } = await reportedChallenge();
    await decideAs(lan, item, { action: 'approve', reason: 'other', note: '' });
    expect((await findCard(lan, id))?.status).toBe('open');
    expect(await reportsOf(reader, id)).toMatchObject([{ outcome: 'dismissed' }]);
  });

  it('says what was found', async () => {
    const { item } = await reportedChallenge();
    expect(await codeOf(decideAs(lan, item, { action: 'hide', note: '' }))).toBe('invalid_input');
    expect(await codeOf(decideAs(lan, item, { action: 'suspend', note: 'Lặp lại' }))).toBe('invalid_input');
    expect(await codeOf(decideAs(lan, item, { action: 'uphold' }))).toBe('action_not_possible');
    expect(await codeOf(decideAs(lan, item, { action: 'restore' }))).toBe('action_not_possible');
    expect((await findItem(lan, item))?.status).toBe('open');
  });

  it('is made by one of two moderators at once', async () => {
    const { id, item } = await reportedChallenge();
    const made = await outcomesOf([
      decideAs(lan, item, { action: 'hide' }),
      decideAs(minh, item, { action: 'approve' }),
      decideAs(lan, item, { action: 'warn' }),
    ]);
    expect(made.toSorted()).toEqual(['done', 'item_done', 'item_done']);
    expect((await getItem(lan, item)).decisions.filter(({ subject }) => subject.id === id)).toHaveLength(1);
  });

  it('sent twice with one key is one, also at the same instant', async () => {
    const { item } = await reportedChallenge();
    const keyed = { ...lan, idempotencyKey: 'k1' };
    const [first, second] = await Promise.all([
      decideAs(keyed, item, { action: 'warn' }),
      decideAs(keyed, item, { action: 'warn' }),
    ]);
    expect(second).toEqual(first);
    expect(await decideAs(keyed, item, { action: 'warn' })).toEqual(first);
    expect(await codeOf(decideAs(keyed, item, { action: 'hide' }))).toBe('idempotency_key_reused');
  });

  it('about a version that its author has edited is refused; without one it is about what there is', async () => {
    const { id, item } = await reportedChallenge();
    const seen = await getItem(lan, item);
    expect(seen.version).toBe(1);
    await editChallenge(author, id, { version: 1, title: 'Một tiêu đề khác hẳn' });
    expect(await codeOf(decideAs(lan, item, { action: 'hide', version: seen.version }))).toBe('version_conflict');
    const now = await getItem(lan, item);
    expect(now).toMatchObject({ version: 2, subject: { title: 'Một tiêu đề khác hẳn' } });
    const edits = editChallenge(author, id, { version: 2, title: 'Lại một tiêu đề khác' });
    await Promise.allSettled([edits, decideAs(lan, item, { action: 'hide' })]);
    expect((await findCard(lan, id))?.status).toBe('hidden');
  });

  it('about what its author deleted or withdrew meanwhile still ends the item', async () => {
    const challenge = await makePublicChallenge(author);
    const comment = await sayOn(author, challenge.id);
    const item = await reportedItem(reader, comment.id);
    await deleteComment(author, comment.id);
    const whole = await getItem(lan, item);
    expect(whole).toMatchObject({ contentStatus: 'deleted', body: '' });
    expect(whole.possible).toEqual(expect.arrayContaining(['approve', 'warn']));
    expect(whole.possible).not.toContain('hide');
    expect(await codeOf(decideAs(lan, item, { action: 'hide' }))).toBe('action_not_possible');
    await decideAs(lan, item, { action: 'warn' });

    const solution = await makePublicSolution(author, challenge.id);
    const other = await reportedItem(reader, solution.id);
    await withdrawSolution(author, solution.id);
    expect((await getItem(lan, other)).contentStatus).toBe('withdrawn');
    await decideAs(lan, other, { action: 'approve' });
    expect(await codeOf(decideAs(lan, other, { action: 'approve' }))).toBe('item_done');
  });

  it('about a comment keeps its replies', async () => {
    const { id } = await makePublicChallenge(author);
    const comment = await sayOn(author, id, 'Mua ngay kẻo hết');
    const item = await reportedItem(reader, comment.id);
    expect(await getItem(lan, item)).toMatchObject({
      excerpt: 'Mua ngay kẻo hết',
      bodyHtml: '<p>Mua ngay kẻo hết</p>\n',
    });
    await decideAs(lan, item, { action: 'hide' });
    expect((await findComment(lan, comment.id))?.status).toBe('hidden');
    expect(await getItem(lan, item)).toMatchObject({ status: 'done', possible: [], body: 'Mua ngay kẻo hết' });
  });
});

describe('what moderators do at once is a decision too', () => {
  it('deleting a comment hides it, with the reason; again nothing happens, and its author still deletes it for good', async () => {
    const { id } = await makePublicChallenge(author);
    const comment = await sayOn(author, id);
    const why = { reason: 'abuse', note: 'Gọi người khác bằng lời xúc phạm' } as const;
    const whyTold = { reason: why.reason, facts: why.note };
    expect(await codeOf(removeComment(reader, comment.id, why))).toBe('not_allowed');
    await removeComment(lan, comment.id, why);
    await removeComment(lan, comment.id, why);
    expect((await findComment(lan, comment.id))?.status).toBe('hidden');
    expect(await decisionsAbout(comment.id)).toMatchObject([{ action: 'hide', foundBy: 'moderator', ...whyTold }]);
    await removeComment(author, comment.id, why);
    expect((await findComment(lan, comment.id))?.status).toBe('deleted');
  });

  it('and takes the item along that waits for the same comment', async () => {
    const { id } = await makePublicChallenge(author);
    const comment = await sayOn(author, id);
    const item = await reportedItem(reader, comment.id);
    await claimItem(minh, item);
    expect(await codeOf(removeComment(lan, comment.id, { reason: 'spam', note: 'Quảng cáo' }))).toBe(
      'claimed_by_other',
    );
    await removeComment(minh, comment.id, { reason: 'spam', note: 'Quảng cáo' });
    expect(await findItem(lan, item)).toMatchObject({ status: 'done', outcome: 'acted' });
  });

  it('closing a challenge; overturned, it is open again until its former end', async () => {
    const { id } = await makePublicChallenge(author);
    await editChallenge(author, id, { version: 1, closesAt: '2027-03-01T00:00:00.000Z' });
    await closeByHand(lan, id, 'Phường đã có lời giải');
    expect(await getChallenge(reader, id)).toMatchObject({ status: 'closed', closeReason: 'Phường đã có lời giải' });
    expect(await codeOf(closeByHand(lan, id, 'Lần nữa'))).toBe('challenge_not_closable');
    expect((await open(minh, id)).again).toBe(false);
    const [decision] = await decisionsAbout(id);
    expect(decision).toMatchObject({ action: 'close', reason: 'other', facts: 'Phường đã có lời giải' });
    await appeal(author, decision!.id, 'Lời giải ấy chưa được thử');
    const { items } = await getQueue(minh, { kind: 'appeal', limit: 100 });
    const item = items.find(({ subject }) => subject.id === id)!;
    await decideAs(minh, item.id, { action: 'overturn', note: 'Chưa có lời giải nào được thử' });
    expect(await getChallenge(reader, id)).toMatchObject({
      status: 'open',
      closesAt: '2027-03-01T00:00:00.000Z',
      closeReason: null,
    });
  });

  it('closing by its makers is no decision', async () => {
    const { id } = await makePublicChallenge(author);
    await closeByHand(author, id, 'Đã xong');
    expect((await getItem(lan, (await open(lan, id)).item.id)).decisions).toEqual([]);
    expect(await codeOf(closeByHand(reader, id, 'Đã xong'))).toBe('not_allowed');
  });
});

describe('nobody decides', () => {
  it('about their own content, or that of an organisation they belong to', async () => {
    const institute = { id: 'org_01JDB8N0P4X7K2M9QW5T3RZ6VA', name: 'Viện', kind: 'institute' } as const;
    const editor = await someone(table, { memberships: [{ ...institute, role: 'editor' } as never] }, clock);
    const { id } = await makePublicChallenge(author);
    const own = await sayOn(lan, id, 'Tôi cũng thấy vậy');
    const item = await reportedItem(reader, own.id);
    expect(await codeOf(decideAs(lan, item, { action: 'approve' }))).toBe('own_content');
    expect(await codeOf(claimItem(lan, item))).toBe('own_content');
    expect((await getItem(lan, item)).possible).toEqual([]);
    expect(await codeOf(open(lan, own.id))).toBe('own_content');
    const member = await moderator(table, { memberships: [{ ...institute, role: 'member' } as never] }, clock);
    const spoken = await raiseChallenge(editor, makeNewChallenge({ organisation: institute.id }));
    expect(await codeOf(open(member, spoken.id))).toBe('own_content');
    expect(await codeOf(open(lan, spoken.id))).toBe('done');
  });

  it('without the role, or outside of what they are limited to', async () => {
    const { id, item } = await reportedChallenge();
    expect(await codeOf(decideAs(reader, item, { action: 'approve' }))).toBe('not_allowed');
    // Their items are in programme P5 and ward 00331.
    const elsewhere = await moderator(table, { scope: { programmes: ['P1'], wards: ['00199'] } }, clock);
    const refused = [
      decideAs(elsewhere, item, { action: 'approve' }),
      claimItem(elsewhere, item),
      getItem(elsewhere, item),
      open(elsewhere, id),
    ];
    expect(await outcomesOf(refused)).toEqual(Array(4).fill('outside_scope'));
    expect((await getQueue(elsewhere, { limit: 100 })).items).toEqual([]);
    for (const scope of [{ programmes: ['P5'] }, { programmes: ['P1'], wards: ['00331'] }]) {
      const limited = await moderator(table, { scope }, clock);
      expect((await getQueue(limited, { limit: 100, kind: 'report' })).items.map((one) => one.id)).toContain(item);
      expect(await codeOf(claimItem(limited, item))).toBe('done');
      await releaseItem(limited, item);
    }
    const everywhere = await someone(table, { roles: ['administrator'], scope: { programmes: ['P1'] } }, clock);
    expect(await codeOf(decideAs(everywhere, item, { action: 'approve' }))).toBe('done');
  });
});

describe('a claim', () => {
  it('keeps others off for 15 minutes, and from deciding', async () => {
    const { item } = await reportedChallenge();
    const claimed = await claimItem(lan, item);
    expect(claimed.claim).toEqual({ by: { id: personOf(lan).id, name: 'Lan' }, until: '2026-11-28T03:15:00.000Z' });
    expect(await codeOf(claimItem(minh, item))).toBe('claimed_by_other');
    expect(await codeOf(decideAs(minh, item, { action: 'approve' }))).toBe('claimed_by_other');
    const later: Ctx = { ...minh, now: () => new Date(clock.now.getTime() + 15 * minute) };
    expect((await getItem(later, item)).claim).toBeNull();
    expect((await claimItem(later, item)).claim?.by.name).toBe('Minh');
    expect(await codeOf(decideAs(later, item, { action: 'approve' }))).toBe('done');
  });

  it('of two at once is one’s; it can be given back, or taken over with a reason', async () => {
    const { item } = await reportedChallenge();
    const both = await outcomesOf([claimItem(lan, item), claimItem(minh, item)]);
    expect(both.toSorted()).toEqual(['claimed_by_other', 'done']);
    const [holder, other] = both[0] === 'done' ? [lan, minh] : [minh, lan];
    await releaseItem(other, item);
    expect(await codeOf(claimItem(other, item))).toBe('claimed_by_other');
    await releaseItem(holder, item);
    expect(await codeOf(claimItem(other, item))).toBe('done');
    const taken = await claimItem(holder, item, 'Việc gấp, người kia đã về');
    expect(taken.claim?.by.id).toBe(personOf(holder).id);
    expect((await findItem(lan, item))?.claim).toMatchObject({
      from: personOf(other).id,
      takeOver: 'Việc gấp, người kia đã về',
    });
    expect(await codeOf(decideAs(other, item, { action: 'approve' }))).toBe('claimed_by_other');
  });

  it('of somebody who lost the role, or was suspended, holds nobody off', async () => {
    for (const change of [
      { roles: [] },
      { restrictions: [{ kind: 'suspend', until: '2026-12-01T00:00:00.000Z', decision: 'dec_1' as DecisionId }] },
    ] as const) {
      const leaving = await moderator(table, { name: 'Hoa' }, clock);
      const { item } = await reportedChallenge();
      await claimItem(leaving, item);
      expect(await codeOf(claimItem(lan, item))).toBe('claimed_by_other');
      const stored = (await findPerson(lan, personOf(leaving).id))!;
      await transact(lan, [changePersonPart(stored, change as never, undefined)]);
      expect((await getQueue(lan, { limit: 100 })).items.find(({ id }) => id === item)?.claim).toBeNull();
      expect(await codeOf(decideAs(lan, item, { action: 'approve' }))).toBe('done');
    }
  });
});

describe('an appeal', () => {
  // Nobody raises so many in an hour.
  beforeAll(async () => {
    author = await someone(table, {}, clock);
  });
  async function hidden(): Promise<{ id: ChallengeId; decision: DecisionId; item: ItemId }> {
    const { id, item } = await reportedChallenge();
    return { id, item, decision: (await decideAs(lan, item, { action: 'hide' })).id };
  }
  const appealItem = async (ctx: Ctx, content: ChallengeId) => {
    const { items } = await getQueue(ctx, { kind: 'appeal', limit: 100 });
    return items.find(({ subject }) => subject.id === content)!;
  };

  it('is decided by another moderator; overturned, all is as it was and those who reported know', async () => {
    const { id, decision, item } = await hidden();
    const appealed = await appeal(author, decision, 'Tôi chỉ dẫn số liệu của phường');
    expect(appealed.appeal).toMatchObject({ text: 'Tôi chỉ dẫn số liệu của phường', outcome: null });
    expect(await codeOf(appeal(author, decision, 'Tôi đề nghị một lần nữa'))).toBe('appealed_already');
    const waiting = await appealItem(minh, id);
    expect(waiting).toMatchObject({ subject: { id }, dueAt: '2026-12-05T03:00:00.000Z' });
    expect(await codeOf(claimItem(lan, waiting.id))).toBe('same_moderator');
    expect(await codeOf(decideAs(lan, waiting.id, { action: 'uphold' }))).toBe('same_moderator');
    const whole = await getItem(minh, waiting.id);
    expect(whole.possible).toEqual(['uphold', 'overturn']);
    expect(whole.appealed).toMatchObject({ id: decision, action: 'hide' });
    expect(await codeOf(decideAs(minh, waiting.id, { action: 'hide' }))).toBe('action_not_possible');
    expect(await codeOf(decideAs(minh, waiting.id, { action: 'overturn', note: '' }))).toBe('invalid_input');
    const overturned = await decideAs(minh, waiting.id, { action: 'overturn', note: 'Số liệu có nguồn công khai' });
    expect(overturned).toMatchObject({
      id: decision,
      appeal: { outcome: 'overturn', reasons: 'Số liệu có nguồn công khai' },
    });
    expect((await getChallenge(author, id)).status).toBe('open');
    expect(await findItem(lan, item)).toMatchObject({ outcome: 'dismissed' });
    expect(await codeOf(decideAs(minh, waiting.id, { action: 'uphold' }))).toBe('item_done');
  });

  it('that is upheld leaves the decision in force', async () => {
    const { id, decision } = await hidden();
    await appeal(author, decision, 'Tôi không đồng ý với kết quả này');
    await decideAs(minh, (await appealItem(minh, id)).id, { action: 'uphold', note: 'Vẫn là quảng cáo' });
    expect((await findCard(lan, id))?.status).toBe('hidden');
    expect((await getDecision(author, decision)).appeal).toMatchObject({
      outcome: 'uphold',
      reasons: 'Vẫn là quảng cáo',
    });
  });

  it('is for whom the decision is about alone, until the end of the 30th day in Hanoi', async () => {
    const { decision } = await hidden();
    const at = (time: string): Ctx => ({ ...author, now: () => new Date(time) });
    expect(await codeOf(appeal(reader, decision, 'Tôi không đồng ý'))).toBe('decision_not_found');
    expect(await codeOf(getDecision(reader, decision))).toBe('decision_not_found');
    expect(await codeOf(getDecision(minh, decision))).toBe('done');
    expect(await codeOf(appeal(at('2026-12-28T17:00:00.000Z'), decision, 'Tôi không đồng ý'))).toBe('appeal_over');
    expect(await codeOf(appeal(at('2026-12-28T16:59:59.000Z'), decision, 'Tôi không đồng ý'))).toBe('done');
  });

  it('of two at once is one, and appeals of several decisions about one content wait side by side', async () => {
    const { id, decision } = await hidden();
    const second = await open(minh, id);
    const warned = (await decideAs(minh, second.item.id, { action: 'warn' })).id;
    const text = 'Tôi không đồng ý với kết quả này';
    const made = await outcomesOf([
      appeal(author, decision, text),
      appeal(author, decision, text),
      appeal(author, warned, text),
    ]);
    expect(made.slice(0, 2).toSorted()).toEqual(['appealed_already', 'done']);
    expect(made[2]).toBe('done');
    // Neither is what a moderator opens who wants to decide about the content.
    expect((await open(lan, id)).again).toBe(false);
  });

  it('of what took nothing is refused', async () => {
    const { item } = await reportedChallenge();
    const { id } = await decideAs(lan, item, { action: 'approve' });
    expect(await codeOf(appeal(author, id, 'Tôi không đồng ý'))).toBe('not_appealable');
  });
});
