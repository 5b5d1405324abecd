/** Reports: one each, counted once however many come at once, of what one sees and did not make oneself. */
import { beforeEach, describe, expect, it } from 'vitest';
import { raiseChallenge } from '../challenge/service.ts';
import { newCommentSchema } from '../comment/schema.ts';
import { deleteComment, postComment } from '../comment/service.ts';
import { cardKey } from '../db/keys.ts';
import { setPart, transact } from '../db/transact.ts';
import { newReportSchema, type ReportReason } from '../report/schema.ts';
import type { Ctx } from '../shared/context.ts';
import type { CommentId, ContentId, SubjectId } from '../shared/ids.ts';
import { makeNewChallenge, makePublicChallenge, makePublicSolution } from '../testing/challenge.ts';
import { makeCtx, makePerson } from '../testing/context.ts';
import { outcomesOf } from '../testing/outcomes.ts';
import { useTable } from '../testing/table.ts';
import { getQueue } from './queue.ts';
import { findOpen } from './repo.ts';
import { listMyReports, reportContent } from './report.ts';

const table = useTable();
const someone = async (over = {}) => makeCtx(table, await makePerson(table, over));
const report = (ctx: Ctx, id: ContentId, reason: ReportReason = 'spam', note = '') =>
  reportContent(ctx, id, newReportSchema.parse({ reason, note }));
const setStatus = (ctx: Ctx, id: SubjectId | CommentId, status: string) =>
  transact(ctx, [setPart(cardKey(id), { status })]);

let author: Ctx;
let reader: Ctx;
beforeEach(async () => {
  [author, reader] = await Promise.all([someone(), someone()]);
});

describe('a report', () => {
  it('opens an item, and by the same person again changes nothing', async () => {
    const { id } = await makePublicChallenge(author);
    const first = await report(reader, id, 'abuse', 'Lời lẽ xúc phạm');
    expect(first).toMatchObject({
      again: false,
      report: { subject: { kind: 'challenge', id, path: `/challenges/${id}` }, reason: 'abuse', outcome: 'open' },
    });
    const second = await report(reader, id, 'spam', 'Lý do khác');
    expect(second).toEqual({ again: true, report: first.report });
    expect(await findOpen(author, id, 'report')).toMatchObject({ reasons: { abuse: 1 }, weight: 100 });
  });

  it('of several at once by the same person is one', async () => {
    const { id } = await makePublicChallenge(author);
    const made = await Promise.all(Array.from({ length: 5 }, () => report(reader, id)));
    expect(made.filter(({ again }) => !again)).toHaveLength(1);
    expect((await findOpen(author, id, 'report'))?.reasons).toEqual({ spam: 1 });
  });

  it('of a hundred people at once are all counted, in one item', { timeout: 60_000 }, async () => {
    const { id } = await makePublicChallenge(author);
    const people = await Promise.all(Array.from({ length: 100 }, () => someone()));
    const reasons = ['spam', 'hate'] as const;
    const made = await outcomesOf(people.map((ctx, at) => report(ctx, id, reasons[at % 2])));
    expect(made).toEqual(Array(100).fill('done'));
    const item = (await findOpen(author, id, 'report'))!;
    expect(item).toMatchObject({ reasons: { spam: 50, hate: 50 }, weight: 10_000 });
    // Harm of hate (8) times 1 + log2(101).
    expect(item.priority).toBe(61);
    const moderator = await someone({ roles: ['moderator'] });
    const { items } = await getQueue(moderator, { limit: 100 });
    expect(items.filter(({ subject }) => subject.id === id)).toHaveLength(1);
    expect(items[0]).toMatchObject({ id: item.id, priority: 61 });
  });

  it('is refused of one’s own, of drafts, and of what is hidden, deleted or was never there', async () => {
    const { id } = await makePublicChallenge(author);
    const draft = await raiseChallenge(author, makeNewChallenge({ draft: true }));
    const comment = await postComment(author, id, newCommentSchema.parse({ body: 'Lời đầu tiên' }));
    const outcome = async (ctx: Ctx, content: ContentId) => (await outcomesOf([report(ctx, content)]))[0];
    expect(await outcome(author, id)).toBe('own_content');
    expect(await outcome(author, comment.id)).toBe('own_content');
    expect(await outcome(reader, draft.id)).toBe('challenge_not_found');
    await deleteComment(author, comment.id);
    expect(await outcome(reader, comment.id)).toBe('comment_not_found');
    await setStatus(author, id, 'hidden');
    expect(await outcome(reader, id)).toBe('challenge_not_found');
    expect(await outcome(reader, comment.id)).toBe('comment_not_found');
    expect(await outcome(reader, id.replace(/.{4}$/, 'ZZZZ') as ContentId)).toBe('challenge_not_found');
  });

  it('of merged content is refused, and taken of its comments, which can still be read', async () => {
    const { id } = await makePublicSolution(author);
    const comment = await postComment(author, id, newCommentSchema.parse({ body: 'Lời đầu tiên' }));
    await setStatus(author, id, 'merged');
    expect(await outcomesOf([report(reader, id)])).toEqual(['content_merged']);
    expect((await report(reader, comment.id)).again).toBe(false);
  });

  it('stays one’s own when the content is merged or hidden later', async () => {
    const { id } = await makePublicSolution(author);
    const { report: made } = await report(reader, id);
    await setStatus(author, id, 'merged');
    expect((await report(reader, id)).again).toBe(true);
    expect(made.subject.title).not.toBe('');
    await setStatus(author, id, 'hidden');
    expect(await report(reader, id)).toMatchObject({ again: true, report: { subject: { id, title: '' } } });
    expect((await listMyReports(reader, { limit: 20 })).items).toMatchObject([{ subject: { id, title: '' } }]);
  });

  it('on a comment points to it in its thread', async () => {
    const { id } = await makePublicChallenge(author);
    const comment = await postComment(author, id, newCommentSchema.parse({ body: 'Lời đầu tiên' }));
    const { report: made } = await report(reader, comment.id);
    expect(made.subject).toEqual({
      kind: 'comment',
      id: comment.id,
      title: 'Ngập sâu ở ngã tư sau mỗi trận mưa lớn',
      path: `/challenges/${id}?around=${comment.id}#${comment.id}`,
    });
  });
});
