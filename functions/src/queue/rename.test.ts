/** The name on what people wrote follows them, in steps that can be repeated, interrupted and overtaken. */
import { BatchWriteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { getChallenge, raiseChallenge } from '@hanoi/core/challenge/service';
import { listComments, postComment } from '@hanoi/core/comment/service';
import { byPartition, cardKey } from '@hanoi/core/db/keys';
import { editMe } from '@hanoi/core/person/service';
import { newId, type PersonId } from '@hanoi/core/shared/ids';
import { draftSolution, getSolution } from '@hanoi/core/solution/service';
import { makeNewChallenge, makeNewSolution } from '@hanoi/core/testing/challenge';
import { makeCtx, makePerson } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { silentLog } from '@hanoi/engine/log';
import { openQueueStore, type QueueStore } from '@hanoi/engine/queue/store';
import type { Context, SQSBatchResponse, SQSRecord } from 'aws-lambda';
import { beforeEach, describe, expect, it } from 'vitest';
import { drainQueues } from '../testing/queues.ts';
import { runConsumer, useStream } from '../testing/stream.ts';
import { enqueue } from './enqueue.ts';
import { useQueues } from './port-in-force.ts';
import { handler } from './rename.ts';

const table = useTable();
const { settle, take } = useStream(table);
const remark = { body: 'Đúng vậy', stance: 'for', parentId: null, organisation: null } as const;

async function writer() {
  const ctx = makeCtx(table, await makePerson(table, { name: 'Tên ban đầu' }));
  const challenge = await raiseChallenge(ctx, makeNewChallenge());
  return { ctx, challenge: challenge.id };
}

describe('a new name', () => {
  it('goes on challenges, solutions and comments, and touches no version', async () => {
    const { ctx, challenge } = await writer();
    const other = await writer();
    const solution = await draftSolution(ctx, challenge, makeNewSolution());
    await postComment(ctx, challenge, remark);
    await postComment(other.ctx, challenge, remark);
    await editMe(ctx, { name: 'Tên về sau' });
    await settle();
    expect(await getChallenge(ctx, challenge)).toMatchObject({ author: { name: 'Tên về sau' }, version: 1 });
    expect(await getSolution(ctx, solution.id)).toMatchObject({ author: { name: 'Tên về sau' }, version: 1 });
    const { items } = await listComments(ctx, challenge, { limit: 10 });
    expect(items.map((comment) => comment.author?.name)).toEqual(['Tên về sau', 'Tên ban đầu']);
    expect(items[0]).toMatchObject({ version: 1, editedAt: null });
  });

  it('is the last one when records are repeated and come the other way round', async () => {
    const { ctx, challenge } = await writer();
    await settle();
    await editMe(ctx, { name: 'Tên thứ hai' });
    await editMe(ctx, { name: 'Tên thứ ba' });
    const records = await take();
    for (const order of [records.toReversed(), records, records.slice(0, 1)]) {
      await runConsumer('dispatch', order);
      await drainQueues();
    }
    expect((await getChallenge(ctx, challenge)).author.name).toBe('Tên thứ ba');
  });

  it('is the only change of a person that touches what they wrote', async () => {
    const { ctx } = await writer();
    await settle();
    await editMe(ctx, { language: 'en' });
    await runConsumer('dispatch', await take());
    expect(await drainQueues()).toBe(0);
    expect(await take()).toEqual([]);
  });
});

// Thousands of items take a busy machine its time.
describe('a person who wrote much', { timeout: 90_000 }, () => {
  const queue = { name: 'rename', visibilitySeconds: 30, maxReceives: 5 };
  let store: QueueStore;
  let person: PersonId;
  let ctx: ReturnType<typeof makeCtx>;

  beforeEach(async () => {
    ctx = makeCtx(table, await makePerson(table, { name: 'Tên ban đầu' }));
    person = ctx.actor.kind === 'person' ? ctx.actor.id : expect.unreachable();
    store = openQueueStore({ file: ':memory:', log: silentLog });
    useQueues(store);
  });

  /** Comments as far as a rename sees them. */
  async function write(comments: number) {
    const items = Array.from({ length: comments }, () => {
      const id = newId('comment', ctx);
      const index = { gsi1pk: byPartition(person, 'comment'), gsi1sk: id };
      return { ...cardKey(id), ...index, author: { id: person, name: 'Tên ban đầu' } };
    });
    for (let from = 0; from < items.length; from += 25) {
      const puts = items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } }));
      await table.client.send(new BatchWriteCommand({ RequestItems: { [table.tableName]: puts } }));
    }
  }

  async function names(): Promise<Record<string, number>> {
    const found: Record<string, number> = {};
    let from: Record<string, unknown> | undefined;
    do {
      const page = await table.client.send(
        new QueryCommand({
          TableName: table.tableName,
          IndexName: 'gsi1',
          KeyConditionExpression: 'gsi1pk = :pk',
          ExpressionAttributeValues: { ':pk': byPartition(person, 'comment') },
          ExclusiveStartKey: from,
        }),
      );
      for (const { author } of page.Items ?? []) found[author.name] = (found[author.name] ?? 0) + 1;
      from = page.LastEvaluatedKey;
    } while (from);
    return found;
  }

  const receive = () => store.receive(queue, 1);
  async function work(records: SQSRecord[]) {
    const answer = (await handler({ Records: records }, {} as Context, () => undefined)) as SQSBatchResponse;
    expect(answer.batchItemFailures).toEqual([]);
  }
  async function finish(records: SQSRecord[]) {
    await work(records);
    await store.remove(
      'rename',
      records.map(({ receiptHandle }) => receiptHandle),
    );
  }
  /** Works until nothing is left. The number of messages it took. */
  async function finishAll(): Promise<number> {
    for (let taken = 0; ; taken++) {
      const records = await receive();
      if (records.length === 0) return taken;
      await finish(records);
    }
  }
  const begin = () => enqueue(ctx, 'rename', [{ message: { person } }]);

  it('is renamed, all 2,500 things, through several messages, each going on where the one before stopped', async () => {
    const count = 2_500;
    await write(count);
    await editMe(ctx, { name: 'Tên về sau' });
    await begin();
    await finish(await receive());
    const { 'Tên về sau': first } = await names();
    expect(first).toBeGreaterThan(100);
    expect(first).toBeLessThanOrEqual(1_000);
    const [next] = await receive();
    expect(JSON.parse(next!.body)).toMatchObject({
      requestId: ctx.requestId,
      message: { person, from: { list: 'comment', cursor: expect.any(String) } },
    });
    await finish([next!]);
    expect(await finishAll()).toBeGreaterThan(0);
    expect(await names()).toEqual({ 'Tên về sau': count });
  });

  it('is renamed to the end though steps run twice and are cut off before they are removed', async () => {
    const count = 1_200;
    await write(count);
    await editMe(ctx, { name: 'Tên về sau' });
    await begin();
    const records = await receive();
    await work(records);
    // As if the process had ended before the message was removed: it comes again, beside the next step it has sent.
    store.release();
    await finishAll();
    expect(await names()).toEqual({ 'Tên về sau': count });
  });

  it('has the newest name when a second change meets the first on its way', async () => {
    const count = 1_200;
    await write(count);
    await editMe(ctx, { name: 'Tên thứ hai' });
    await begin();
    await finish(await receive());
    await editMe(ctx, { name: 'Tên thứ ba' });
    await begin();
    await finishAll();
    expect(await names()).toEqual({ 'Tên thứ ba': count });
  });
});
