/** Pages of the queue: full or the last one, also for moderators whose scope leaves most of it out; and what stands around a comment. */
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, expect, it } from 'vitest';
import { editChallenge, raiseChallenge } from '../challenge/service.ts';
import { newCommentSchema } from '../comment/schema.ts';
import { deleteComment, postComment } from '../comment/service.ts';
import { findContent } from '../report/repo.ts';
import type { Ctx } from '../shared/context.ts';
import { type CommentId, type ContentId, newId } from '../shared/ids.ts';
import { makeNewChallenge } from '../testing/challenge.ts';
import { useTable } from '../testing/table.ts';
import { newItem, openFound } from './open.ts';
import { getQueue } from './queue.ts';
import { newItemParts } from './repo.ts';
import type { ModerationItem } from './schema.ts';
import { getItem } from './service.ts';
import { moderator, reportedItem, sayOn, someone } from './testing-moderation.ts';

const table = useTable();
let author: Ctx;
let everywhere: Ctx;
let ofRoads: Ctx;
beforeAll(async () => {
  author = await someone(table);
  everywhere = await moderator(table);
  ofRoads = await moderator(table, { scope: { programmes: ['P2'] } });
});

const raise = async (programme: 'P5' | 'P2') => (await raiseChallenge(author, makeNewChallenge({ programme }))).id;

/** Items of a kind about one content, as they are stored, without their matters: so many are open at once. */
async function openMany(content: ContentId, count: number, kind: 'duplicate' | 'rule'): Promise<void> {
  const found = (await findContent(author, content))!;
  const like = await newItem(author, kind, found);
  const puts = Array.from({ length: count }, () => {
    const [item] = newItemParts({ ...like, id: newId('item', author) });
    return { PutRequest: { Item: item!.write.Put!.Item! } };
  });
  for (let start = 0; start < count; start += 25)
    await table.client.send(
      new BatchWriteCommand({ RequestItems: { [table.tableName]: puts.slice(start, start + 25) } }),
    );
}

async function pagesOf(ctx: Ctx, limit: number, kind: 'duplicate' | 'rule') {
  const pages: ModerationItem[][] = [];
  let cursor: string | undefined;
  do {
    const page = await getQueue(ctx, { kind, limit, cursor });
    pages.push(page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor && pages.length < 50);
  return pages;
}

/** Queries that reach the table while `work` runs. */
async function readsOf(ctx: Ctx, work: (ctx: Ctx) => Promise<unknown>): Promise<number> {
  let queries = 0;
  const client = new Proxy(ctx.db.client, {
    get(target, name) {
      if (name !== 'send') return Reflect.get(target, name);
      return (command: { constructor: { name: string } }) => {
        if (command.constructor.name === 'QueryCommand') queries++;
        return target.send(command as never);
      };
    },
  });
  await work({ ...ctx, db: { ...ctx.db, client } });
  return queries;
}

it('is full or the last one where most of the queue is out of scope; a page reads a bounded part of it', async () => {
  const [flood, road] = [await raise('P5'), await raise('P2')];
  // Equal in priority, so that they stand in the order of their ids: three in scope among hundreds that are not.
  for (let group = 0; group < 3; group++) {
    await openMany(flood, 260, 'duplicate');
    await openMany(road, 1, 'duplicate');
  }
  const pages = await pagesOf(ofRoads, 2, 'duplicate');
  expect(pages.map((page) => page.length)).toEqual([2, 1]);
  const ids = pages.flat().map(({ id }) => id);
  expect(new Set(ids).size).toBe(3);
  expect(pages.flat().every(({ subject }) => subject.id === road)).toBe(true);
  expect(await readsOf(ofRoads, (ctx) => getQueue(ctx, { kind: 'duplicate', limit: 100 }))).toBeLessThanOrEqual(20);
});

it('is full where content has left the scope since its item was opened', async () => {
  const [stays, leaves] = [await raise('P2'), await raise('P2')];
  await openMany(stays, 1, 'rule');
  await openMany(leaves, 3, 'rule');
  await openMany(stays, 2, 'rule');
  await editChallenge(author, leaves, { version: 1, programme: 'P5' });
  expect((await pagesOf(ofRoads, 2, 'rule')).map((page) => page.length)).toEqual([2, 1]);
  expect((await pagesOf(everywhere, 4, 'rule')).map((page) => page.length)).toEqual([4, 2]);
});

it('shows with a comment what it answers and where, also when that was deleted', async () => {
  const challenge = await raise('P5');
  const other = await someone(table);
  const first = await sayOn(other, challenge, 'Đường này ngập từ năm ngoái');
  const reply = await postComment(
    author,
    challenge,
    newCommentSchema.parse({ body: 'Nói bừa', parentId: first.id as CommentId }),
  );
  const item = await reportedItem(other, reply.id as CommentId, 'abuse');
  const { title, summary } = makeNewChallenge();
  const whole = await getItem(everywhere, item);
  expect(whole.thread).toMatchObject({
    ...{ title, summary },
    answered: { id: first.id, body: 'Đường này ngập từ năm ngoái', status: 'visible' },
  });
  await deleteComment(other, first.id as CommentId);
  expect((await getItem(everywhere, item)).thread?.answered).toMatchObject({ body: '', status: 'deleted' });
  const ofFirst = await openFound(everywhere, 'rule', challenge);
  expect((await getItem(everywhere, ofFirst)).thread).toBeNull();
});
