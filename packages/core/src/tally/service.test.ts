/** Tallies grow when votes conflict, and no vote is counted twice, lost, or counted after the end, whatever happens meanwhile. */
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { cancelled } from '@hanoi/testing/faults';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { closeChallenge, editChallenge, raiseChallenge } from '../challenge/service.ts';
import { getItems } from '../db/get.ts';
import { subjectOfTallyKey, tallyKey, tallyShards } from '../db/keys.ts';
import { recountSubject } from '../repair/service.ts';
import type { Ctx } from '../shared/context.ts';
import type { SubjectId } from '../shared/ids.ts';
import { countVotes } from '../support/repo.ts';
import { supportSubject, unsupportSubject } from '../support/service.ts';
import { makeNewChallenge } from '../testing/challenge.ts';
import { makeCtx, makePerson } from '../testing/context.ts';
import { outcomesOf } from '../testing/outcomes.ts';
import { useTable } from '../testing/table.ts';
import { readShards, sumTally } from './repo.ts';
import { growTally } from './service.ts';
import { knownShards, shardsOn } from './shards.ts';

const table = useTable();
const stack = table.client.middlewareStack;
const reason = 'Đã được giải quyết';
const people = (count: number) =>
  Promise.all(Array.from({ length: count }, async () => makeCtx(table, await makePerson(table))));

const inADay = () => new Date(Date.now() + 86_400_000).toISOString();

/** A challenge, its author and so many who support it. Every shard is open, as an edit sets the end on all of them. */
async function raised(votes: number) {
  const [ctx, ...voters] = (await people(votes + 1)) as [Ctx, ...Ctx[]];
  const { id } = await raiseChallenge(ctx, makeNewChallenge({ closesAt: inADay() }));
  await editChallenge(ctx, id, { version: 1, closesAt: null });
  await Promise.all(voters.map((voter) => supportSubject(voter, id)));
  return { ctx, id, voters };
}

/** When voting ends by each shard that is there, in their order. */
async function endsOf(ctx: Ctx, id: SubjectId): Promise<unknown[]> {
  const keys = Array.from({ length: tallyShards.most + 1 }, (_, shard) => tallyKey(id, shard));
  const found = await getItems(ctx, keys, { consistent: true });
  return found.slice(0, found.findLastIndex((item) => item !== undefined) + 1).map((item) => item?.openUntil);
}

type Writes = NonNullable<TransactWriteCommandInput['TransactItems']>;
const writesOf = (args: { input: unknown }): Writes => (args.input as TransactWriteCommandInput).TransactItems ?? [];
const countsVote = ([first]: Writes) => first?.Update?.UpdateExpression?.startsWith('ADD') === true;

afterEach(() => {
  stack.remove('meet');
  stack.remove('hold');
});

/** The next `times` attempts of votes conflict, on their tally shard or on these parts of their transaction. */
function meetOthers(times: number, code = 'TransactionConflict', positions = [0]) {
  stack.add(
    (next) => async (args) => {
      if (!countsVote(writesOf(args)) || times-- <= 0) return next(args);
      throw cancelled(args.input as Record<string, unknown>, code, positions);
    },
    { step: 'finalizeRequest', priority: 'low', name: 'meet' },
  );
}

/** Keeps transactions of `kind` about a tally from reaching the table until `release` is called. */
function hold(subject: SubjectId, kind: (writes: Writes) => boolean) {
  const { promise, resolve } = Promise.withResolvers<void>();
  let held = 0;
  stack.add(
    (next) => async (args) => {
      const writes = writesOf(args);
      const isAbout = writes.some(({ Update }) => subjectOfTallyKey(String(Update?.Key?.pk)) === subject);
      if (!isAbout || !kind(writes)) return next(args);
      held++;
      await promise;
      return next(args);
    },
    { step: 'initialize', name: 'hold' },
  );
  const release = () => {
    stack.remove('hold');
    resolve();
  };
  return { held: () => held, release };
}

const closes = ([first]: Writes) => first?.Update?.Key?.sk === 'CARD';
const grows = ([first]: Writes) => first?.Update?.ExpressionAttributeNames?.['#f0'] === 'shards';
const ends = (count: number, until: string) => Array.from({ length: count }, () => until);
const endless = '9999';
const over = '0';

describe('a tally grows', () => {
  it.each(['TransactionConflict', 'ThrottlingError'])(
    'when a vote meets others three times in a row: %s',
    async (code) => {
      const { ctx, id, voters } = await raised(12);
      expect(await endsOf(ctx, id)).toEqual(ends(8, endless));
      meetOthers(2, code);
      await unsupportSubject(voters[0]!, id);
      expect(await endsOf(ctx, id)).toHaveLength(8);
      stack.remove('meet');
      meetOthers(3, code);
      await unsupportSubject(voters[1]!, id);
      expect(await endsOf(ctx, id)).toEqual(ends(16, endless));
      expect(await supportSubject(voters[2]!, id)).toEqual({ supported: true, support: 10 });
    },
  );

  it('not because one person asks twice at once', async () => {
    const { ctx, id, voters } = await raised(12);
    meetOthers(5, 'TransactionConflict', [0, 1]);
    await unsupportSubject(voters[0]!, id);
    expect(await endsOf(ctx, id)).toHaveLength(8);
  });

  it('once for all who had conflicts on the same number of shards, and never beyond the most', async () => {
    const { ctx, id } = await raised(12);
    await Promise.all(Array.from({ length: 10 }, () => growTally(ctx, id, 8)));
    await growTally(ctx, id, 8);
    expect(await endsOf(ctx, id)).toEqual(ends(16, endless));
    for (const shards of [16, 32, 64]) await growTally(ctx, id, shards);
    expect(await endsOf(ctx, id)).toEqual(ends(32, endless));
    const later = await people(60);
    await Promise.all(later.map((voter) => supportSubject(voter, id)));
    expect((await sumTally(ctx, id)).support).toBe(72);
    expect((await readShards(ctx, id)).slice(8).some(({ support }) => support > 0)).toBe(true);
    expect(await recountSubject(ctx, id)).toEqual([]);
  });

  it('never back to fewer, however late one who asked for it comes', async () => {
    const { ctx, id } = await raised(0);
    const growing = hold(id, grows);
    const late = growTally(ctx, id, 8);
    await expect.poll(growing.held).toBe(1);
    stack.remove('hold');
    for (const shards of [8, 16]) await growTally(ctx, id, shards);
    growing.release();
    await late;
    expect(await readShards(ctx, id)).toHaveLength(32);
  });

  it('takes each vote once, before and after, and takes it back wherever it was counted', async () => {
    const { ctx, id, voters } = await raised(12);
    await growTally(ctx, id, 8);
    await Promise.all(voters.map((voter) => supportSubject(voter, id)));
    expect((await sumTally(ctx, id)).support).toBe(12);
    await Promise.all(
      voters.slice(0, 8).flatMap((voter) => [unsupportSubject(voter, id), unsupportSubject(voter, id)]),
    );
    const { support, trend } = await sumTally(ctx, id);
    expect(support).toBe(4);
    expect(await recountSubject(ctx, id)).toEqual([]);
    await Promise.all(voters.slice(8).map((voter) => unsupportSubject(voter, id)));
    const empty = await sumTally(ctx, id);
    expect(empty.support).toBe(0);
    expect(empty.trend / trend).toBeCloseTo(0);
  });
});

describe('no vote is counted after the end', () => {
  it('where the tally grows while a challenge is being closed', async () => {
    const { ctx, id, voters } = await raised(12);
    const closing = hold(id, closes);
    const closed = closeChallenge(ctx, id, reason);
    await expect.poll(closing.held).toBe(1);
    await growTally(ctx, id, 8);
    closing.release();
    await closed;
    expect(await endsOf(ctx, id)).toEqual(ends(16, over));
    const late = await outcomesOf(voters.map((voter) => unsupportSubject(voter, id)));
    expect(new Set(late)).toEqual(new Set(['voting_closed']));
    expect((await sumTally(ctx, id)).support).toBe(12);
  });

  it('where a challenge is closed while the tally grows', async () => {
    const { ctx, id } = await raised(12);
    const growing = hold(id, grows);
    const grown = growTally(ctx, id, 8);
    await expect.poll(growing.held).toBe(1);
    await closeChallenge(ctx, id, reason);
    growing.release();
    await grown;
    expect(await endsOf(ctx, id)).toEqual(ends(8, over));
  });

  it('where the closing date moves while the tally grows, and the other way round', async () => {
    const closesAt = new Date(Date.now() + 86_400_000).toISOString();
    for (const first of [closes, grows]) {
      const { ctx, id } = await raised(12);
      const one = hold(id, first);
      const [edit, grow] = [() => editChallenge(ctx, id, { version: 2, closesAt }), () => growTally(ctx, id, 8)];
      const begun = first === closes ? edit() : grow();
      await expect.poll(one.held).toBe(1);
      await (first === closes ? grow() : edit());
      one.release();
      await begun;
      expect(await endsOf(ctx, id)).toEqual(ends(first === closes ? 16 : 8, closesAt));
      await growTally(ctx, id, 8);
      expect(await endsOf(ctx, id)).toEqual(ends(16, closesAt));
    }
  });

  it('where fifty people are on their way, before and after it grew', async () => {
    const { ctx, id } = await raised(12);
    const voters = await people(50);
    const votes = hold(id, countsVote);
    const early = voters.slice(0, 25).map((voter) => supportSubject(voter, id));
    await expect.poll(votes.held).toBe(25);
    await growTally(ctx, id, 8);
    const late = voters.slice(25).map((voter) => supportSubject(voter, id));
    await expect.poll(votes.held).toBe(50);
    const outcomes = outcomesOf([...early, ...late]);
    await closeChallenge(ctx, id, reason);
    votes.release();
    expect(new Set(await outcomes)).toEqual(new Set(['voting_closed']));
    expect((await sumTally(ctx, id)).support).toBe(12);
    expect(await recountSubject(ctx, id)).toEqual([]);
  });

  it('in whatever order the calls of voters, growth and closing reach the table', { timeout: 60_000 }, async () => {
    const voters = await people(6);
    const asks = fc.oneof(
      { weight: 6, arbitrary: fc.record({ does: fc.constantFrom('support', 'unsupport'), who: fc.nat(5) }) },
      { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('grow', 'forget'), who: fc.constant(0) }) },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(asks, { minLength: 4, maxLength: 12 }),
        fc.nat(12),
        fc.scheduler(),
        async (some, at, s) => {
          const { ctx, id } = await raised(0);
          const todo = { support: supportSubject, unsupport: unsupportSubject };
          const ask = ({ does, who }: (typeof some)[number]): Promise<unknown> => {
            if (does === 'grow') return growTally(ctx, id, knownShards(ctx, id));
            // As in a process that has not heard of the growth.
            if (does === 'forget') return Promise.resolve(shardsOn(ctx, id, undefined));
            return todo[does as keyof typeof todo](voters[who]!, id);
          };
          stack.add(
            (next) => async (args) => {
              await s.schedule(Promise.resolve());
              return next(args);
            },
            { step: 'initialize', name: 'hold' },
          );
          const before = some.slice(0, at).map(ask);
          const closed = closeChallenge(ctx, id, reason);
          await s.waitFor(outcomesOf([...before, closed, ...some.slice(at).map(ask)]));
          stack.remove('hold');

          expect(new Set(await endsOf(ctx, id))).toEqual(new Set([over]));
          const votes = await countVotes(ctx, id);
          expect((await sumTally(ctx, id)).support).toBe(votes);
          await outcomesOf(voters.flatMap((voter) => [supportSubject(voter, id), unsupportSubject(voter, id)]));
          expect(await countVotes(ctx, id)).toBe(votes);
        },
      ),
      { numRuns: 30 },
    );
  });
});
