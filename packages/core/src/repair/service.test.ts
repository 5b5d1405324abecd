/** Repairs find what is wrong, correct it without losing a vote, and continue where they were interrupted. */
import { DeleteCommand, type TransactWriteCommandInput, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { projectCounters } from '../card/projection.ts';
import { editChallenge, getChallenge, raiseChallenge } from '../challenge/service.ts';
import { cardKey, tallyKey, tallyShards } from '../db/keys.ts';
import { setPart, transact } from '../db/transact.ts';
import { listCards, projectRows } from '../listing/repo.ts';
import type { Ctx } from '../shared/context.ts';
import { shardOf } from '../shared/hash.ts';
import type { ChallengeId, SubjectId } from '../shared/ids.ts';
import { draftSolution, submitSolution } from '../solution/service.ts';
import { supportSubject } from '../support/service.ts';
import { sumTally } from '../tally/repo.ts';
import { growTally } from '../tally/service.ts';
import { makeNewChallenge, makeNewSolution } from '../testing/challenge.ts';
import { makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { scanSubjects } from './scan.ts';
import { recountSubject, reprojectSubject } from './service.ts';

const table = useTable();
const system = makeCtx(table, { kind: 'system', name: 'test' });

async function raised(over = {}) {
  const ctx = makeCtx(table, await makePerson(table));
  return { ctx, id: (await raiseChallenge(ctx, makeNewChallenge(over))).id };
}

/** Adds to a tally what nobody voted for. */
async function corrupt(subject: ChallengeId, shard: number, amount: number) {
  await table.client.send(
    new UpdateCommand({
      TableName: table.tableName,
      Key: tallyKey(subject, shard),
      UpdateExpression: 'ADD support :amount',
      ExpressionAttributeValues: { ':amount': amount },
    }),
  );
}

async function voted(votes: number, over = {}) {
  const { ctx, id } = await raised(over);
  const people = await Promise.all(Array.from({ length: votes }, () => makePerson(table)));
  for (const person of people) await supportSubject(makeCtx(table, person), id);
  await projectCounters(system, [id]);
  return { ctx, id, shard: shardOf(people[0]!.id, tallyShards.first) };
}

describe('recountSubject', () => {
  it('finds nothing where the tally is right', async () => {
    const { id } = await voted(5);
    expect(await recountSubject(system, id)).toEqual([]);
  });

  it('reports a tally that is not its votes, and changes nothing without `fix`', async () => {
    const { id, shard } = await voted(5);
    await corrupt(id, shard, 7);
    const reported: unknown[] = [];
    const log = { ...system.log, warn: (code: string, data = {}) => void reported.push({ code, ...data }) };
    const [difference] = await recountSubject({ ...system, log }, id);
    expect(difference!.tally - difference!.votes).toBe(7);
    expect(reported).toEqual([
      expect.objectContaining({ code: 'recount_difference', subject: id, tally: 12, votes: 5 }),
    ]);
    expect((await sumTally(system, id)).support).toBe(12);
  });

  it('sets the tally and the card right, also where a whole shard was lost', async () => {
    const { ctx, id, shard } = await voted(5);
    await table.client.send(new DeleteCommand({ TableName: table.tableName, Key: tallyKey(id, shard) }));
    await corrupt(id, (shard + 1) % tallyShards.first, 7);
    expect(await recountSubject(system, id, { fix: true })).toHaveLength(1);
    expect((await sumTally(system, id)).support).toBe(5);
    expect((await getChallenge(ctx, id)).support).toBe(5);
    expect(await recountSubject(system, id)).toEqual([]);
  });

  it('counts what was voted before and after the tally grew', async () => {
    const { ctx, id } = await voted(6);
    await editChallenge(ctx, id, { version: 1, closesAt: new Date(Date.now() + 86_400_000).toISOString() });
    await growTally(ctx, id, tallyShards.first);
    const people = await Promise.all(Array.from({ length: 20 }, () => makePerson(table)));
    await Promise.all(people.map((person) => supportSubject(makeCtx(table, person), id)));
    expect(await recountSubject(system, id)).toEqual([]);
    await corrupt(id, 3, 5);
    await corrupt(id, 12, -1);
    expect(await recountSubject(system, id, { fix: true })).toEqual([{ tally: 30, votes: 26 }]);
    expect((await getChallenge(ctx, id)).support).toBe(26);
    expect(await recountSubject(system, id)).toEqual([]);
  });

  it('takes no vote that is cast while it counts for a difference', async () => {
    const { ctx, id } = await voted(3);
    const { promise, resolve } = Promise.withResolvers<void>();
    let counted = 0;
    table.client.middlewareStack.add(
      (next, { commandName = '' }) =>
        async (args) => {
          const answer = await next(args);
          if (!commandName.startsWith('Query')) return answer;
          if (++counted === 8) resolve(supportSubject(ctx, id).then(() => {}));
          await promise;
          return answer;
        },
      { step: 'initialize', name: 'hold' },
    );
    expect(await recountSubject(system, id, { fix: true })).toEqual([]);
    table.client.middlewareStack.remove('hold');
    expect(counted).toBe(8);
    expect((await sumTally(system, id)).support).toBe(4);
  });

  it('mends once, however many find it, and not while somebody votes', async () => {
    const { ctx, id } = await voted(3);
    await corrupt(id, 5, 4);
    await Promise.all(Array.from({ length: 3 }, () => recountSubject(system, id, { fix: true })));
    expect((await sumTally(system, id)).support).toBe(3);
    await corrupt(id, 5, 4);
    const { promise, resolve } = Promise.withResolvers<void>();
    const isMending = (input: object) =>
      (input as TransactWriteCommandInput).TransactItems?.some(({ ConditionCheck }) => ConditionCheck);
    const mending = vi.fn(() => promise);
    table.client.middlewareStack.add(
      (next) => async (args) => {
        if (isMending(args.input)) await mending();
        return next(args);
      },
      { step: 'initialize', name: 'hold' },
    );
    const mended = recountSubject(system, id, { fix: true });
    await expect.poll(() => mending.mock.calls.length).toBe(1);
    await supportSubject(ctx, id);
    resolve();
    await mended;
    expect((await sumTally(system, id)).support).toBe(8);
    await recountSubject(system, id, { fix: true });
    expect((await sumTally(system, id)).support).toBe(4);
    table.client.middlewareStack.remove('hold');
  });

  it('loses no vote cast while it mends', async () => {
    const { id } = await voted(4);
    for (let shard = 0; shard < tallyShards.first; shard++) await corrupt(id, shard, 1);
    const people = await Promise.all(Array.from({ length: 30 }, () => makePerson(table)));
    const voting = Promise.all(people.map((person) => supportSubject(makeCtx(table, person), id)));
    for (let round = 0; round < 5; round++) await recountSubject(system, id, { fix: true });
    await voting;
    await recountSubject(system, id, { fix: true });
    expect((await sumTally(system, id)).support).toBe(34);
    expect(await recountSubject(system, id)).toEqual([]);
  });
});

describe('reprojectSubject', () => {
  const inList = async (ctx: Ctx, id: SubjectId) =>
    (await listCards(ctx, { list: 'challenges', sort: 'new', limit: 100 })).items.find((card) => card.id === id);

  it('brings the row and the counters up to date, and takes away the row of what is listed no longer', async () => {
    const { ctx, id } = await voted(2, { ward: '00070' });
    await projectRows(system, [id]);
    await supportSubject(makeCtx(table, await makePerson(table)), id);
    await editChallenge(ctx, id, { version: 1, ward: '00331' });
    await reprojectSubject(system, id);
    expect(await inList(ctx, id)).toMatchObject({ support: 3, ward: '00331' });
    await transact(ctx, [setPart(cardKey(id), { status: 'hidden', version: 3 })]);
    await reprojectSubject(system, id);
    expect(await inList(ctx, id)).toBeUndefined();
  });

  it('lists what no list has heard of', async () => {
    const { ctx, id } = await raised({ ward: '00070' });
    await reprojectSubject(system, id);
    expect(await inList(ctx, id)).toMatchObject({ ward: '00070' });
  });
});

describe('scanSubjects', () => {
  const made: SubjectId[] = [];
  let author: Ctx['actor'] & { kind: 'person' };
  const at = (time: string) => makeCtx(table, author, { now: new Date(time) });
  const far = new Date('2100-01-01T00:00:00Z');

  beforeAll(async () => {
    author = await makePerson(table);
    for (const time of ['2019-05-01T00:00:00Z', '2024-05-01T00:00:00Z', '2024-06-01T00:00:00Z']) {
      made.push((await raiseChallenge(at(time), makeNewChallenge())).id);
    }
    const { id } = await draftSolution(at('2024-06-02T00:00:00Z'), made[2] as ChallengeId, makeNewSolution());
    await submitSolution(at('2024-06-03T00:00:00Z'), id);
    made.push(id);
    await raiseChallenge(at('2024-06-04T00:00:00Z'), makeNewChallenge({ draft: true }));
  });

  it('visits every subject that was ever public, once, and no draft', async () => {
    const visited: SubjectId[] = [];
    const scan = { name: 'once', until: far };
    const result = await scanSubjects(at('2024-12-01T00:00:00Z'), scan, async (subject) => void visited.push(subject));
    expect(result).toEqual({ visited: 4, failed: 0, done: true });
    expect(visited.toSorted()).toEqual(made.toSorted());
  });

  it('continues where its time ran out, and starts again after the end', async () => {
    const visited: SubjectId[] = [];
    const scan = { name: 'parts', until: new Date(0) };
    const ctx = at('2024-12-01T00:00:00Z');
    const visit = async (subject: SubjectId) => void visited.push(subject);
    expect(await scanSubjects(ctx, scan, visit)).toEqual({ visited: 3, failed: 0, done: false });
    expect(await scanSubjects(ctx, scan, visit)).toEqual({ visited: 1, failed: 0, done: false });
    expect(await scanSubjects(ctx, scan, visit)).toEqual({ visited: 0, failed: 0, done: true });
    expect(visited.toSorted()).toEqual(made.toSorted());
    expect((await scanSubjects(ctx, scan, visit)).visited).toBe(3);
  });

  it('goes past a subject whose visit fails', async () => {
    const visit = async (subject: SubjectId) => {
      if (subject === made[2]) throw new Error('no');
    };
    const result = await scanSubjects(at('2024-12-01T00:00:00Z'), { name: 'failing', until: far }, visit);
    expect(result).toEqual({ visited: 4, failed: 1, done: true });
  });
});
