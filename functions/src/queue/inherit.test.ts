/** Solutions follow their challenge: its title, place and end, whatever the order in which records come. */
import { closeChallenge, editChallenge, getChallenge, raiseChallenge } from '@hanoi/core/challenge/service';
import { cardKey, tallyShards } from '@hanoi/core/db/keys';
import { setPart, transact } from '@hanoi/core/db/transact';
import type { ChallengeId, SolutionId } from '@hanoi/core/shared/ids';
import {
  draftSolution,
  editSolution,
  getSolution,
  listSolutions,
  submitSolution,
  withdrawSolution,
} from '@hanoi/core/solution/service';
import { supportSubject } from '@hanoi/core/support/service';
import { countPart, sumTally, votingOverParts } from '@hanoi/core/tally/repo';
import { growTally } from '@hanoi/core/tally/service';
import { shardsOn } from '@hanoi/core/tally/shards';
import { makeNewChallenge, makeNewSolution } from '@hanoi/core/testing/challenge';
import { type Clock, makeCtx, makePerson } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import type { DynamoDBRecord } from 'aws-lambda';
import { beforeEach, describe, expect, it } from 'vitest';
import { drainQueues } from '../testing/queues.ts';
import { runConsumer, useStream } from '../testing/stream.ts';

const table = useTable();
const { settle, take } = useStream(table);
const clock: Clock = { now: new Date('2026-03-01T00:00:00Z') };
let ctx: ReturnType<typeof makeCtx>;
let challenge: ChallengeId;

const edit = async (change: object) => {
  const { version } = await getChallenge(ctx, challenge);
  await editChallenge(ctx, challenge, { version, ...change });
};

async function submitted(): Promise<SolutionId> {
  const { id } = await draftSolution(ctx, challenge, makeNewSolution());
  await submitSolution(ctx, id);
  return id;
}

async function supporter() {
  return makeCtx(table, await makePerson(table), clock);
}

/** What the stream and then the queue make of the records. */
async function follow(records: readonly DynamoDBRecord[]) {
  expect(await runConsumer('dispatch', records)).toEqual([]);
  await drainQueues();
}

beforeEach(async () => {
  clock.now = new Date('2026-03-01T00:00:00Z');
  ctx = makeCtx(table, await makePerson(table), clock);
  challenge = (await raiseChallenge(ctx, makeNewChallenge())).id;
});

describe('inherit', () => {
  it('carries title, programme, place and closing date to the solutions and to the lists they stand in', async () => {
    const id = await submitted();
    await settle();
    const change = { title: 'Một tiêu đề rõ ràng hơn', programme: 'P8', ward: '00070' } as const;
    await edit({ ...change, closesAt: '2026-04-01T00:00:00.000Z' });
    await settle();
    const expected = {
      challengeTitle: change.title,
      programme: 'P8',
      ward: '00070',
      closesAt: '2026-04-01T00:00:00.000Z',
    };
    expect(await getSolution(ctx, id)).toMatchObject(expected);
    const listed = await listSolutions(ctx, challenge, { sort: 'new', limit: 10 });
    expect(listed.items[0]).toMatchObject(expected);
  });

  it('takes solutions out of all lists while their challenge is hidden', async () => {
    const id = await submitted();
    await settle();
    const place = async (status: string) => {
      const { version } = await getChallenge(ctx, challenge);
      await transact(ctx, [setPart(cardKey(challenge), { status, version: version + 1 })]);
      await settle();
      return (await listSolutions(ctx, challenge, { sort: 'new', limit: 100 })).items.filter((card) => card.id === id)
        .length;
    };
    expect([await place('hidden'), await place('open')]).toEqual([0, 1]);
  });

  it('leaves the version alone: an edit begun before is not refused', async () => {
    const id = await submitted();
    const { version } = await getSolution(ctx, id);
    await edit({ title: 'Một tiêu đề rõ ràng hơn' });
    await settle();
    const edited = await editSolution(ctx, id, { version, title: 'Giải pháp được viết lại' });
    expect(edited).toMatchObject({ version: version + 1, challengeTitle: 'Một tiêu đề rõ ràng hơn' });
  });

  it('ends voting on the solutions of a challenge closed by hand, even for those who had not voted', async () => {
    const id = await submitted();
    await supportSubject(await supporter(), id);
    clock.now = new Date('2026-03-05T00:00:00Z');
    await closeChallenge(ctx, challenge, 'Đã được giải quyết');
    await settle();
    expect((await getSolution(ctx, id)).closesAt).toBe('2026-03-05T00:00:00.000Z');
    await expect(supportSubject(await supporter(), id)).rejects.toMatchObject({ code: 'voting_closed' });
    // The shards say so too, for a vote that read the card before.
    const person = (await makePerson(table)).id;
    const late = { subject: id, person, counter: 'support', amount: 1, at: clock.now, openUntil: null } as const;
    await expect(transact(ctx, [countPart(ctx, late, () => new Error('refused'))])).rejects.toThrow('refused');
    expect((await sumTally(ctx, id)).support).toBe(1);
  });

  it('moves the end of voting both ways', async () => {
    const id = await submitted();
    await supportSubject(await supporter(), id);
    await edit({ closesAt: '2026-03-10T00:00:00.000Z' });
    await settle();
    clock.now = new Date('2026-03-11T00:00:00Z');
    await expect(supportSubject(await supporter(), id)).rejects.toMatchObject({ code: 'voting_closed' });
    clock.now = new Date('2026-03-09T00:00:00Z');
    await edit({ closesAt: null });
    await settle();
    clock.now = new Date('2027-03-11T00:00:00Z');
    await Promise.all([1, 2, 3].map(async () => supportSubject(await supporter(), id)));
  });

  it('opens voting on no solution that is in the lists and no longer open', async () => {
    const id = await submitted();
    await supportSubject(await supporter(), id);
    // As a later feature will move it: the status, and the end of voting.
    const shortlisted = { status: 'shortlisted' };
    const asSubmitted = { expression: 'challengeVersion = :one', values: { ':one': 1 } };
    await transact(ctx, [setPart(cardKey(id), shortlisted, asSubmitted), ...votingOverParts(ctx, id)]);
    await edit({ closesAt: '2026-04-01T00:00:00.000Z' });
    await settle();
    expect((await getSolution(ctx, id)).closesAt).toBe('2026-04-01T00:00:00.000Z');
    await expect(supportSubject(await supporter(), id)).rejects.toMatchObject({ code: 'voting_closed' });
    expect((await sumTally(ctx, id)).support).toBe(1);
  });

  it('moves the end on every shard, where a tally has grown meanwhile', async () => {
    const id = await submitted();
    await edit({ closesAt: '2026-03-10T00:00:00.000Z' });
    await settle();
    await growTally(ctx, id, tallyShards.first);
    // As in another process, which has not heard of the growth.
    shardsOn(ctx, id, undefined);
    await edit({ closesAt: '2026-04-01T00:00:00.000Z' });
    await settle();
    clock.now = new Date('2026-03-11T00:00:00Z');
    for (let votes = 1; votes <= 30; votes++) expect((await supportSubject(await supporter(), id)).support).toBe(votes);
  });

  it('gives the same whatever is repeated, late or the other way round', async () => {
    const ids = [await submitted(), await submitted()];
    await settle();
    for (const title of ['Tiêu đề lần thứ nhất', 'Tiêu đề lần thứ hai', 'Tiêu đề lần thứ ba']) await edit({ title });
    const records = await take();
    const orders = [records, records.toReversed(), [...records, ...records], records.slice(0, 1), records];
    for (const order of orders) await follow(order);
    for (const id of ids) expect((await getSolution(ctx, id)).challengeTitle).toBe('Tiêu đề lần thứ ba');
  });

  it('finds a solution that was submitted while the challenge was edited', async () => {
    const { id } = await draftSolution(ctx, challenge, makeNewSolution());
    const editing = edit({ title: 'Tiêu đề sửa cùng lúc' });
    await Promise.all([editing, submitSolution(ctx, id)]);
    const records = await take();
    const isSolution = (record: (typeof records)[number]) => record.dynamodb?.Keys?.pk?.S?.startsWith('sol_');
    await follow(records.filter((record) => !isSolution(record)));
    await follow(records.filter(isSolution));
    expect((await getSolution(ctx, id)).challengeTitle).toBe('Tiêu đề sửa cùng lúc');
  });

  it('never opens voting again on what was withdrawn, and leaves drafts alone', async () => {
    const withdrawn = await submitted();
    const draft = (await draftSolution(ctx, challenge, makeNewSolution())).id;
    await supportSubject(await supporter(), withdrawn);
    await withdrawSolution(ctx, withdrawn);
    await edit({ closesAt: '2026-04-01T00:00:00.000Z' });
    await settle();
    expect((await getSolution(ctx, withdrawn)).closesAt).toBeNull();
    expect((await getSolution(ctx, draft)).closesAt).toBeNull();
    await submitSolution(ctx, draft);
    expect((await getSolution(ctx, draft)).closesAt).toBe('2026-04-01T00:00:00.000Z');
  });

  it('writes nothing for changes that do not concern solutions, its own among them', async () => {
    await submitted();
    await settle();
    await edit({ summary: 'Một phần tóm tắt khác, vẫn đủ dài để hợp lệ.' });
    await edit({ title: 'Một tiêu đề rõ ràng hơn' });
    const records = await take();
    await follow(records);
    const own = await take();
    expect(own).toHaveLength(1);
    await follow(own);
    expect(await take()).toEqual([]);
  });

  // 130 solutions written, submitted and projected one by one take a busy machine its time.
  it('carries a change to more solutions than one message is for', { timeout: 90_000 }, async () => {
    const ids: SolutionId[] = [];
    for (let index = 0; index < 130; index++) {
      // Nobody may write that much within an hour.
      clock.now = new Date(clock.now.getTime() + 30 * 60_000);
      ids.push(await submitted());
    }
    await settle();
    await edit({ title: 'Một tiêu đề rõ ràng hơn' });
    await runConsumer('dispatch', await take());
    expect(await drainQueues(), 'messages').toBeGreaterThan(1);
    for (const id of ids) expect((await getSolution(ctx, id)).challengeTitle).toBe('Một tiêu đề rõ ràng hơn');
  });
});
