/** Content rules at work: what they find holds the posts of new accounts, flags all others, and is told to moderators. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeChallenge, editChallenge, getChallenge, raiseChallenge } from '../challenge/service.ts';
import { findComment, listWaiting } from '../comment/repo.ts';
import { newCommentSchema } from '../comment/schema.ts';
import { deleteComment, editComment, listComments, postComment } from '../comment/service.ts';
import { setFlag } from '../flag/service.ts';
import { findFound } from '../rule/repo.ts';
import type { RuleSettings } from '../rule/schema.ts';
import { useList } from '../rule/testing-list.ts';
import type { Ctx } from '../shared/context.ts';
import { type ChallengeId, type ContentId, newId } from '../shared/ids.ts';
import { draftSolution, editSolution, getSolution, submitSolution } from '../solution/service.ts';
import { sumTally } from '../tally/repo.ts';
import { makeNewChallenge, makeNewSolution, makePublicChallenge, makePublicSolution } from '../testing/challenge.ts';
import { makeCtx } from '../testing/context.ts';
import { outcomesOf } from '../testing/outcomes.ts';
import { useTable } from '../testing/table.ts';
import { openByRule, openFirstPost } from './open.ts';
import { findAllOpen, findItem, findOpen } from './repo.ts';
import { getItem } from './service.ts';
import { decideAs, moderator, someone } from './testing-moderation.ts';

const table = useTable();
let newcomer: Ctx;
let regular: Ctx;
let lan: Ctx;
let challenge: ChallengeId;

/** Puts a list in force. */
const putInForce = (text: string, settings: Partial<RuleSettings> = {}) =>
  useList(makeCtx(table, { kind: 'system', name: 'test' }), text, settings);
const usual = '[abuse]\nngu\n[spam]\nvay nóng';

beforeAll(() => putInForce(usual));
beforeEach(async () => {
  [newcomer, lan] = await Promise.all([someone(table), moderator(table)]);
  regular = await someone(table, { createdAt: '2026-01-01T00:00:00.000Z' });
  challenge = (await makePublicChallenge(regular)).id;
});

const say = (ctx: Ctx, body: string, more: object = {}) =>
  postComment(ctx, challenge, newCommentSchema.parse({ body, ...more }));
const bad = makeNewChallenge({ title: 'Cho vay nóng ngay trong ngày' });
const ruleItem = async (id: ContentId) => {
  await openByRule(lan, id);
  const item = await findOpen(lan, id, 'rule');
  return item && getItem(lan, item.id);
};

describe('a match', () => {
  it('holds a challenge, a solution and a comment of a new account, and opens an item that names rule and words', async () => {
    const raised = await raiseChallenge(newcomer, bad);
    expect(raised.status).toBe('pending');
    const draft = await draftSolution(
      newcomer,
      challenge,
      makeNewSolution({ body: `${makeNewSolution().body} Đồ n.g.u!` }),
    );
    expect(await submitSolution(newcomer, draft.id)).toMatchObject({ status: 'pending' });
    const comment = await say(newcomer, 'Đồ ngu, cho vay nóng đây');
    expect(comment).toMatchObject({ status: 'pending', body: 'Đồ ngu, cho vay nóng đây' });
    expect(await ruleItem(raised.id)).toMatchObject({ kind: 'rule', rule: { id: 'vay-nongs', words: ['vay nóng'] } });
    expect(await ruleItem(draft.id)).toMatchObject({ rule: { id: 'ngu', words: ['n.g.u'] } });
    expect(await ruleItem(comment.id)).toMatchObject({
      rule: { id: 'ngu', words: ['ngu', 'vay nóng'] },
      reasons: [
        { reason: 'spam', count: 1 },
        { reason: 'abuse', count: 1 },
      ],
      excerpt: 'Đồ ngu, cho vay nóng đây',
      contentStatus: 'pending',
    });
  });

  it('flags what anybody else writes: it is public', async () => {
    const comment = await say(regular, 'Đồ ngu');
    expect(comment.status).toBe('visible');
    expect(await ruleItem(comment.id)).toMatchObject({ kind: 'rule', contentStatus: 'visible' });
    const agency = { id: newId('organisation', lan), name: 'Sở', kind: 'agency', role: 'owner' } as const;
    const officer = await someone(table, { memberships: [agency] });
    expect((await raiseChallenge(officer, { ...bad, organisation: agency.id })).status).toBe('open');
    expect((await say(await moderator(table), 'Câu “đồ ngu” trái quy tắc')).status).toBe('visible');
  });

  it('in an edit of what is public flags it, once, and not for what stood there before', async () => {
    const comment = await say(regular, 'Đồ ngu');
    const first = await ruleItem(comment.id);
    await decideAs(lan, first!.id, { action: 'approve' });
    await editComment(regular, comment.id, { body: 'Đồ ngu!' });
    expect(await ruleItem(comment.id)).toBeUndefined();
    await editComment(regular, comment.id, { body: 'Đồ ngu! Cho vay nóng' });
    const second = await ruleItem(comment.id);
    expect(second).toMatchObject({ rule: { words: ['vay nóng'] } });
    await editComment(regular, comment.id, { body: 'Vay nóng, vaynong' });
    expect(await ruleItem(comment.id)).toMatchObject({ id: second!.id, rule: { words: ['vaynong'] } });

    const clean = await makePublicChallenge(newcomer);
    expect(
      await editChallenge(newcomer, clean.id, { version: 1, summary: `${clean.summary} Cho vay nóng.` }),
    ).toMatchObject({ status: 'open' });
    expect(await ruleItem(clean.id)).toMatchObject({ rule: { id: 'vay-nongs' } });
    const solution = await makePublicSolution(regular, challenge);
    await editSolution(regular, solution.id, { version: solution.version, title: 'Cho vay nóng mua bể nước mưa' });
    expect(await ruleItem(solution.id)).toMatchObject({ rule: { id: 'vay-nongs' } });
  });

  it('opens one item, however often the stream tells it, and none for what is gone', async () => {
    const comment = await say(regular, 'Đồ ngu');
    await Promise.all([1, 2, 3].map(() => openByRule(lan, comment.id)));
    const [item, ...others] = await findAllOpen(lan, comment.id);
    expect(others).toEqual([]);
    await decideAs(lan, item!.id, { action: 'approve' });
    await openByRule(lan, comment.id);
    expect(await findAllOpen(lan, comment.id)).toEqual([]);
    const gone = await say(regular, 'Đồ ngu');
    await deleteComment(regular, gone.id);
    expect(await ruleItem(gone.id)).toBeUndefined();
  });

  it('in a draft is nothing until it is published', async () => {
    const draft = await raiseChallenge(newcomer, { ...bad, draft: true });
    expect(await findFound(lan, draft.id)).toBeUndefined();
    expect(await editChallenge(newcomer, draft.id, { version: 1, draft: false })).toMatchObject({ status: 'pending' });
    expect(await ruleItem(draft.id)).toMatchObject({ rule: { id: 'vay-nongs' } });
    await openFirstPost(lan, draft.id);
    expect(await findAllOpen(lan, draft.id)).toHaveLength(1);
  });

  it('a text that its author has written before is one, a link in the first text of somebody too', async () => {
    await putInForce('', { repeats: { on: true, likeness: 0.8, sameWord: 5 } });
    const long = 'Hãy lắp thêm đèn ở ngõ này vì buổi tối rất khó đi lại';
    expect((await say(newcomer, long)).status).toBe('visible');
    const again = await say(newcomer, `${long}!`);
    expect(again.status).toBe('pending');
    expect(await ruleItem(again.id)).toMatchObject({ rule: { id: 'repeat-text' } });
    const other = await someone(table);
    expect((await say(other, 'Xem ở example.vn nhé')).status).toBe('pending');
    await putInForce(usual);
  });
});

describe('a comment that waits', () => {
  it('is seen by its author and moderators alone, and nowhere counted', async () => {
    const { id } = await say(newcomer, 'Đồ ngu');
    for (const ctx of [newcomer, lan])
      expect(await listWaiting(ctx, challenge)).toMatchObject([{ id, body: 'Đồ ngu' }]);
    expect(await listWaiting(regular, challenge)).toEqual([]);
    for (const ctx of [newcomer, regular, lan])
      expect((await listComments(ctx, challenge, { limit: 10 })).items).toEqual([]);
    expect((await listComments(regular, challenge, { limit: 10, around: id })).items).toEqual([]);
    expect((await sumTally(lan, challenge)).comments).toBe(0);
    expect(await outcomesOf([say(regular, 'Vì sao?', { parentId: id })])).toEqual(['comment_parent_invalid']);
  });

  it('is published in its place and counted; later than its challenge ended too, as it was sent in time', async () => {
    const first = await say(regular, 'Lời đầu tiên');
    const { id } = await say(newcomer, 'Đồ ngu', { parentId: first.id });
    const last = await say(regular, 'Lời sau cùng');
    const item = await ruleItem(id);
    await closeChallenge(regular, challenge, 'Đã xong');
    await decideAs(lan, item!.id, { action: 'approve' });
    const { items } = await listComments(regular, challenge, { limit: 10 });
    expect(items.map((one) => one.id)).toEqual([first.id, id, last.id]);
    expect(await listWaiting(newcomer, challenge)).toEqual([]);
    expect((await sumTally(lan, challenge)).comments).toBe(3);
    expect((await findItem(lan, item!.id))?.status).toBe('done');
  });

  it('goes back to its author with what to mend, who sends it again', async () => {
    const { id } = await say(newcomer, 'Đồ ngu');
    const decision = await decideAs(lan, (await ruleItem(id))!.id, {
      action: 'return',
      reason: 'abuse',
      note: 'Bớt lời nặng',
    });
    expect(decision).toMatchObject({ action: 'return', foundBy: 'rule', appealUntil: null });
    expect(await listWaiting(newcomer, challenge)).toMatchObject([
      { id, status: 'returned', returned: { reason: 'abuse', decision: decision.id }, body: 'Đồ ngu' },
    ]);
    expect(await editComment(newcomer, id, { body: 'Tôi không đồng ý' })).toMatchObject({ status: 'pending' });
    await openByRule(lan, id);
    await openFirstPost(lan, id);
    const [item] = await findAllOpen(lan, id);
    expect(item?.kind).toBe('first-post');
    await decideAs(lan, item!.id, { action: 'approve' });
    expect(await findComment(lan, id)).toMatchObject({ status: 'visible', body: 'Tôi không đồng ý', returned: null });
  });

  it('may be taken back, and is decided as it is by then', async () => {
    const { id } = await say(newcomer, 'Đồ ngu');
    const item = (await ruleItem(id))!;
    await editComment(newcomer, id, { body: 'Ngu thế' });
    expect(await outcomesOf([decideAs(lan, item.id, { action: 'approve', version: item.version })])).toEqual([
      'version_conflict',
    ]);
    await deleteComment(newcomer, id);
    expect(await listWaiting(newcomer, challenge)).toEqual([]);
    expect((await sumTally(lan, challenge)).comments).toBe(0);
    expect(await findComment(lan, id)).toMatchObject({ status: 'deleted', body: '' });
  });

  it('of two moderators one decides; approved at once with an edit it is counted once', async () => {
    const { id } = await say(newcomer, 'Đồ ngu');
    const item = (await ruleItem(id))!;
    const outcomes = await outcomesOf([
      decideAs(lan, item.id, { action: 'approve' }),
      decideAs(await moderator(table), item.id, { action: 'return' }),
      editComment(newcomer, id, { body: 'Ngu thế' }),
    ]);
    // The other finds the item done, or nothing left to decide.
    expect(outcomes.slice(0, 2).filter((one) => one === 'done')).toHaveLength(1);
    const { status } = (await findComment(lan, id))!;
    expect((await sumTally(lan, challenge)).comments).toBe(status === 'visible' ? 1 : 0);
  });

  it('waits as the first of somebody where the switch says so, until something of theirs is to be read', async () => {
    const system = makeCtx(table, { kind: 'system', name: 'test' });
    await setFlag(system, 'review', true);
    const { id } = await say(newcomer, 'Lời đầu tiên');
    expect((await findComment(lan, id))?.status).toBe('pending');
    await openFirstPost(lan, id);
    const [item] = await findAllOpen(lan, id);
    await decideAs(lan, item!.id, { action: 'approve' });
    expect((await say(newcomer, 'Lời thứ hai')).status).toBe('visible');
    await setFlag(system, 'review', false);
  });
});

describe('personal data', () => {
  const typed = 'Gọi 0912345678 nhé';
  it('is masked on the way in, kept where its author says so, and nothing is written where they ask', async () => {
    const masked = await say(newcomer, typed);
    expect(masked).toMatchObject({
      status: 'visible',
      body: 'Gọi 09xxxxxx78 nhé',
      masked: [{ field: 'body', kind: 'phone', words: '09xxxxxx78' }],
    });
    const kept = await say(newcomer, typed, { personalData: 'keep' });
    expect(kept).toMatchObject({ status: 'pending', body: typed });
    expect(kept.masked).toBeUndefined();
    expect(await ruleItem(kept.id)).toMatchObject({ rule: { id: 'personal-data-phone', words: ['09xxxxxx78'] } });
    const before = (await sumTally(lan, challenge)).comments;
    await expect(say(newcomer, typed, { personalData: 'ask' })).rejects.toMatchObject({
      code: 'personal_data_found',
      fields: [{ path: '/body', message: '09xxxxxx78' }],
      data: { masked: [{ field: 'body', kind: 'phone', words: '09xxxxxx78' }] },
    });
    expect((await sumTally(lan, challenge)).comments).toBe(before);
  });

  it('that was kept stays when the text is edited; what is added is masked', async () => {
    const { id } = await say(regular, typed, { personalData: 'keep' });
    const edited = await editComment(regular, id, { body: `${typed}, hoặc 0987654321` });
    expect(edited).toMatchObject({ body: `${typed}, hoặc 09xxxxxx21`, masked: [{ words: '09xxxxxx21' }] });
  });

  it('is masked in every text of a subject, new and edited, also in a draft', async () => {
    const written = makeNewChallenge({ summary: 'Liên hệ lan.nguyen@gmail.com để biết thêm chi tiết', draft: true });
    const draft = await raiseChallenge(regular, written);
    expect(draft).toMatchObject({
      summary: 'Liên hệ l***@gmail.com để biết thêm chi tiết',
      masked: [{ field: 'summary', kind: 'email' }],
    });
    const change = { version: draft.version, title: 'Gọi 0912 345 678 khi ngõ ngập nước' };
    expect(await editChallenge(regular, draft.id, change)).toMatchObject({
      title: 'Gọi 09xx xxx x78 khi ngõ ngập nước',
    });
    const solution = await draftSolution(
      regular,
      challenge,
      makeNewSolution({ title: 'Gọi 0912 345 678 khi ngập nước' }),
    );
    expect(solution.masked).toHaveLength(1);
    expect((await getSolution(regular, solution.id)).title).toBe('Gọi 09xx xxx x78 khi ngập nước');
    expect((await getChallenge(regular, draft.id)).masked).toBeUndefined();
  });
});

it('a list that is edited while posts run changes what comes after it, and no post fails', async () => {
  const posts = Array.from({ length: 12 }, (_, number) => say(regular, `Đồ ngu thứ ${number}`));
  const [, ...outcomes] = await Promise.all([
    putInForce('[abuse]\nkhác'),
    ...posts.map(async (one) => (await one).status),
  ]);
  expect(outcomes).toEqual(posts.map(() => 'visible'));
  const after = await say(newcomer, 'Đồ ngu');
  expect(after.status).toBe('visible');
  await putInForce(usual);
});
