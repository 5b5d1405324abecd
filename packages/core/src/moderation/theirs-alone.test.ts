/** What was sent back, and every draft, is its author's alone: no item shows it, and nothing is decided about it. */
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { editChallenge, getChallenge, raiseChallenge } from '../challenge/service.ts';
import { findComment, listWaiting } from '../comment/repo.ts';
import { newCommentSchema } from '../comment/schema.ts';
import { deleteComment, editComment, postComment } from '../comment/service.ts';
import { transact } from '../db/transact.ts';
import { setFlag } from '../flag/service.ts';
import { findContent } from '../report/repo.ts';
import { useList } from '../rule/testing-list.ts';
import type { Ctx } from '../shared/context.ts';
import type { CommentId, ContentId, ItemId } from '../shared/ids.ts';
import { makeNewChallenge, makePublicChallenge } from '../testing/challenge.ts';
import { makeCtx } from '../testing/context.ts';
import { meanwhile } from '../testing/meanwhile.ts';
import { outcomesOf } from '../testing/outcomes.ts';
import { useTable } from '../testing/table.ts';
import { appeal } from './appeal.ts';
import { claimItem } from './claim.ts';
import { newItem, openByRule, openFirstPost, openFound, openItem } from './open.ts';
import { getQueue } from './queue.ts';
import { findAllOpen, findItem, findOpen, newItemParts } from './repo.ts';
import { getItem } from './service.ts';
import { decideAs, moderator, reportAs, reportedItem, sayOn, someone } from './testing-moderation.ts';
import { withdrawChallenge } from './withdraw.ts';

const table = useTable();
let author: Ctx;
let lan: Ctx;
let minh: Ctx;
const system = () => makeCtx(table, { kind: 'system', name: 'test' });
const codeOf = async (action: Promise<unknown>) => (await outcomesOf([action]))[0];

beforeAll(async () => {
  await useList(system(), '[abuse]\nngu\n[spam]\nvay nóng');
  await setFlag(system(), 'review', true);
});
beforeEach(async () => {
  [author, lan, minh] = await Promise.all([someone(table), moderator(table), moderator(table)]);
});

/** A comment that waits, with an item as a first post, and one of what a rule found after an edit. */
async function twoItems(): Promise<{ id: CommentId; first: ItemId; rule: ItemId }> {
  const challenge = await makePublicChallenge(minh);
  const { id } = await sayOn(author, challenge.id);
  await openFirstPost(lan, id);
  await editComment(author, id, { body: 'Đồ ngu' });
  await openByRule(lan, id);
  const [first, rule] = await Promise.all([findOpen(lan, id, 'first-post'), findOpen(lan, id, 'rule')]);
  return { id, first: first!.id, rule: rule!.id };
}

/** An item that was opened about content as it is, whatever that is: as before this rule, or at the very moment of a decision. */
async function leftOpen(id: ContentId): Promise<ItemId> {
  const item = await newItem(lan, 'first-post', (await findContent(lan, id))!);
  await transact(lan, newItemParts(item));
  return item.id;
}

it('to send back finishes all that is open about it', async () => {
  const { id, first, rule } = await twoItems();
  await decideAs(lan, first, { action: 'return' });
  expect(await findAllOpen(lan, id)).toEqual([]);
  expect(await findItem(lan, rule)).toMatchObject({ status: 'done', outcome: 'acted' });
  expect(await codeOf(decideAs(minh, rule, { action: 'approve' }))).toBe('item_done');
  expect(await findComment(lan, id)).toMatchObject({ status: 'returned' });
  expect(await listWaiting(author, (await findComment(lan, id))!.subjectId as never)).toMatchObject([{ id }]);
  expect(await listWaiting(lan, (await findComment(lan, id))!.subjectId as never)).toEqual([]);
});

it('of two who decide two items of it at once, one sends back and the other publishes nothing', async () => {
  const { id, first, rule } = await twoItems();
  const other = meanwhile(minh, () => decideAs(lan, first, { action: 'return' }));
  expect(await codeOf(decideAs(other, rule, { action: 'approve' }))).toBe('item_done');
  expect(await findComment(lan, id)).toMatchObject({ status: 'returned' });
});

it('an item that is left open about it is not shown, claimed or decided until it is sent again', async () => {
  const { id } = await raiseChallenge(author, makeNewChallenge({ draft: true }));
  const item = await leftOpen(id);
  expect((await getQueue(lan, { limit: 100 })).items.map((one) => one.id)).not.toContain(item);
  const refused = [getItem(lan, item), claimItem(lan, item), decideAs(lan, item, { action: 'approve' })];
  expect(await outcomesOf(refused)).toEqual(['item_not_found', 'item_not_found', 'item_not_found']);
  await editChallenge(author, id, { version: 1, draft: false });
  expect((await getQueue(lan, { limit: 100 })).items.map((one) => one.id)).toContain(item);
  await decideAs(lan, item, { action: 'approve' });
  expect(await getChallenge(author, id)).toMatchObject({ status: 'open' });
});

it('nothing is opened about it, also when it is sent back at this very moment', async () => {
  const { id, first } = await twoItems();
  const returned = () => decideAs(lan, first, { action: 'return' });
  const post = await raiseChallenge(author, makeNewChallenge({ title: 'Cho vay nóng ngay trong ngày' }));
  const { item: waiting } = await openItem(lan, { subject: post.id, reason: 'spam', note: '' });
  await openFound(meanwhile(system(), returned), 'duplicate', id).catch(() => undefined);
  await openByRule(
    meanwhile(system(), () => decideAs(lan, waiting.id, { action: 'return' })),
    post.id,
  );
  expect(await codeOf(openItem(lan, { subject: id, reason: 'spam', note: '' }))).toBe('not_found');
  for (const one of [id, post.id]) expect(await findAllOpen(lan, one)).toEqual([]);
});

it('nor about a first post that is approved, or a challenge that is taken back, at this very moment', async () => {
  const { id } = await raiseChallenge(author, makeNewChallenge());
  const { item } = await openItem(lan, { subject: id, reason: 'other', note: '' });
  await openFirstPost(
    meanwhile(system(), () => decideAs(lan, item.id, { action: 'approve' })),
    id,
  );
  expect(await findAllOpen(lan, id)).toEqual([]);
  const reporter = meanwhile(await someone(table), () => withdrawChallenge(author, id));
  expect(await codeOf(reportAs(reporter, id))).toBe('challenge_not_found');
  expect(await findAllOpen(lan, id)).toEqual([]);
});

it('a decision that writes nothing on the content is about what was seen', async () => {
  const reader = await someone(table);
  const known = await someone(table);
  await setFlag(system(), 'review', false);
  const challenge = await makePublicChallenge(minh);
  const comment = await postComment(known, challenge.id, newCommentSchema.parse({ body: 'Lời đầu tiên' }));
  const item = await reportedItem(reader, comment.id);
  const edits = () => editComment(known, comment.id, { body: 'Lời khác hẳn' });
  const seen = { action: 'approve', version: 1 };
  expect(await codeOf(decideAs(meanwhile(lan, edits), item, seen))).toBe('version_conflict');
  await deleteComment(known, comment.id);
  await setFlag(system(), 'review', true);
});

it('an appeal about it is still decided, and shows nothing of it', async () => {
  const { id } = await raiseChallenge(author, makeNewChallenge());
  await openFirstPost(lan, id);
  const item = (await findOpen(lan, id, 'first-post'))!;
  const retagged = await decideAs(lan, item.id, { action: 'retag', tags: ['đường'] });
  await appeal(author, retagged.id, 'Từ khóa của tôi đúng mà.');
  await withdrawChallenge(author, id);
  const appealed = (await getQueue(minh, { kind: 'appeal', limit: 10 })).items.find((one) => one.subject.id === id)!;
  expect(appealed).toMatchObject({ subject: { title: '' }, excerpt: '' });
  expect(await getItem(minh, appealed.id)).toMatchObject({ body: '', possible: ['uphold', 'overturn'] });
  expect(await decideAs(minh, appealed.id, { action: 'overturn' })).toMatchObject({ appeal: { outcome: 'overturn' } });
});
