/** A comment's HTML is kept beside its text: written with it, changed with it, and gone with it. */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, expect, it } from 'vitest';
import { textFields } from '../card/body-text.ts';
import { getItem } from '../db/get.ts';
import { cardKey } from '../db/keys.ts';
import type { Ctx } from '../shared/context.ts';
import type { ChallengeId, CommentId } from '../shared/ids.ts';
import { renderMarkdown } from '../shared/markdown.ts';
import { makePublicChallenge } from '../testing/challenge.ts';
import { makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { newCommentSchema } from './schema.ts';
import { deleteComment, editComment, listComments, postComment } from './service.ts';

const table = useTable();
const text = 'Nước **ngập** ở [ngõ 12](https://hanoi.example/ngo-12).';

let ctx: Ctx;
let subject: ChallengeId;

beforeAll(async () => {
  ctx = makeCtx(table, await makePerson(table));
  subject = (await makePublicChallenge(ctx)).id;
});

const post = (body: string) => postComment(ctx, subject, newCommentSchema.parse({ body }));
const stored = async (id: CommentId) => (await getItem(ctx, cardKey(id), { consistent: true }))!;
const listed = async (id: CommentId) =>
  (await listComments(ctx, subject, { limit: 15, around: id })).items.find((comment) => comment.id === id)!;

it('is written and edited in the same write as the text, and answers and lists show it', async () => {
  const posted = await post(text);
  expect(posted.bodyHtml).toBe(renderMarkdown(text));
  expect(await stored(posted.id)).toMatchObject(textFields(text));
  const edited = `${text}\n\nThêm *một* đoạn.`;
  expect((await editComment(ctx, posted.id, { body: edited })).bodyHtml).toBe(renderMarkdown(edited));
  expect(await stored(posted.id)).toMatchObject(textFields(edited));
  expect(await listed(posted.id)).toMatchObject({ body: edited, bodyHtml: renderMarkdown(edited) });
  expect(await listed(posted.id)).not.toHaveProperty('html');
});

it('stays as it is when only the stance is edited', async () => {
  const { id } = await post(text);
  expect(await editComment(ctx, id, { stance: 'against' })).toMatchObject({ bodyHtml: renderMarkdown(text) });
  expect(await stored(id)).toMatchObject({ stance: 'against', ...textFields(text) });
});

it('keeps nothing of a deleted text', async () => {
  const { id } = await post(text);
  await deleteComment(ctx, id);
  expect(await stored(id)).toMatchObject(textFields(''));
});

it('is rendered when it is read where an older release wrote or edited the text', async () => {
  const { id } = await post(text);
  const put = async (change: object) => {
    const { html: _, ...item } = await stored(id);
    await ctx.db.client.send(new PutCommand({ TableName: ctx.db.table, Item: { ...item, ...change } }));
  };
  await put({});
  expect((await listed(id)).bodyHtml).toBe(renderMarkdown(text));
  await put({ body: text, html: textFields('Chữ của bản mới.').html });
  expect((await listed(id)).bodyHtml).toBe(renderMarkdown(text));
});

it('is read, not rendered again', async () => {
  const { id } = await post(text);
  const item = await stored(id);
  const html = { ...textFields('*Chữ khác*').html, of: textFields(text).html.of };
  await ctx.db.client.send(new PutCommand({ TableName: ctx.db.table, Item: { ...item, html } }));
  expect((await listed(id)).bodyHtml).not.toBe(renderMarkdown(text));
});
