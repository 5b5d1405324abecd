/** The page that holds a comment, in a thread of five hundred. */
import { beforeAll, expect, it } from 'vitest';
import { transact } from '../db/transact.ts';
import type { Ctx } from '../shared/context.ts';
import { type ChallengeId, type CommentId, newId } from '../shared/ids.ts';
import { iso } from '../shared/time.ts';
import { makePublicChallenge } from '../testing/challenge.ts';
import { type Clock, makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { newCommentParts } from './repo.ts';
import { deleteComment, editComment, listComments } from './service.ts';

const table = useTable();
const clock: Clock = { now: new Date('2026-05-04T02:00:00Z') };
const limit = 15;

let ctx: Ctx;
let id: ChallengeId;
/** In the order of the thread: branches of a comment and nine replies, the thirtieth with forty. */
const thread: CommentId[] = [];

/** Written without the pace that people are held to. */
async function write(root?: CommentId): Promise<CommentId> {
  clock.now = new Date(clock.now.getTime() + 1_000);
  if (ctx.actor.kind !== 'person') throw new Error('People comment.');
  const comment = newId('comment', ctx);
  const at = iso(ctx.now());
  const written = {
    id: comment,
    subjectId: id,
    parentId: root ?? null,
    rootId: root ?? comment,
    status: 'visible' as const,
    stance: 'neutral' as const,
    body: 'Đúng vậy',
    author: { id: ctx.actor.id, name: ctx.actor.name },
    organisation: null,
    version: 1,
    createdAt: at,
    editedAt: null,
    editableUntil: iso(new Date(clock.now.getTime() + 1_800_000)),
  };
  await transact(ctx, newCommentParts(written));
  return comment;
}

beforeAll(async () => {
  ctx = makeCtx(table, await makePerson(table), clock);
  id = (await makePublicChallenge(ctx)).id;
  for (let branch = 0; branch < 47; branch++) {
    const root = await write();
    thread.push(root);
    for (let reply = 0; reply < (branch === 29 ? 40 : 9); reply++) thread.push(await write(root));
  }
});

const around = (comment: CommentId) => listComments(ctx, id, { limit, around: comment });
const idsOf = ({ items }: { items: { id: string }[] }) => items.map((item) => item.id);

it('holds every comment and every reply, whichever it is', { timeout: 60_000 }, async () => {
  expect(thread).toHaveLength(501);
  const missing = await Promise.all(thread.map(async (id) => (idsOf(await around(id)).includes(id) ? [] : [id])));
  expect(missing.flat()).toEqual([]);
});

it('is a stretch of the thread, which its cursor continues', async () => {
  const page = await around(thread[250]!);
  const start = thread.indexOf(page.items[0]!.id);
  expect(idsOf(page)).toEqual(thread.slice(start, start + limit));
  expect(page.isFirst).toBe(false);
  const next = await listComments(ctx, id, { limit, cursor: page.nextCursor! });
  expect(idsOf(next)).toEqual(thread.slice(start + limit, start + 2 * limit));
});

it('begins with the branch, so that a reply stands below what it answers', async () => {
  const page = await around(thread[257]!);
  expect(idsOf(page)[0]).toBe(thread[250]);
});

it('is the first page for what stands there', async () => {
  const first = await listComments(ctx, id, { limit });
  expect(first.isFirst).toBe(true);
  for (const comment of thread.slice(0, limit)) expect(await around(comment)).toEqual(first);
});

it('is the last page for the last comment, and offers none after it', async () => {
  expect(await around(thread.at(-1)!)).toMatchObject({ nextCursor: null });
});

it('is the first page for a comment of another thread, and for none', async () => {
  const first = idsOf(await listComments(ctx, id, { limit }));
  const other = await makePublicChallenge(ctx);
  expect(idsOf(await listComments(ctx, id, { limit, around: newId('comment', ctx) }))).toEqual(first);
  expect(idsOf(await listComments(ctx, other.id, { limit, around: thread[300]! }))).toEqual([]);
});

it('shows what its author has just changed', async () => {
  const last = thread.at(-1)!;
  await editComment(ctx, last, { body: 'Nói lại cho rõ' });
  expect((await around(last)).items.at(-1)).toMatchObject({ id: last, body: 'Nói lại cho rõ', version: 2 });
  await deleteComment(ctx, last);
  expect((await around(last)).items.at(-1)).toMatchObject({ id: last, status: 'deleted', body: '' });
});
