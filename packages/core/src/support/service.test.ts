/** Support is exact: one vote a person, none after the end, whatever happens at once. */

import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { projectCounters } from '../card/projection.ts';
import { closeChallenge, editChallenge, getChallenge, raiseChallenge } from '../challenge/service.ts';
import { type Key, tallyKey } from '../db/keys.ts';
import { newId, type SubjectId } from '../shared/ids.ts';
import { day } from '../shared/time.ts';
import { sumTally } from '../tally/repo.ts';
import { trendOf } from '../tally/rules.ts';
import { makeNewChallenge } from '../testing/challenge.ts';
import { makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { supportSubject, unsupportSubject } from './service.ts';

const table = useTable();

async function raised(over = {}) {
  const author = await makePerson(table);
  const ctx = makeCtx(table, author);
  return { author, ctx, challenge: await raiseChallenge(ctx, makeNewChallenge(over)) };
}

describe('supportSubject', () => {
  it('counts fifty people at once as fifty', async () => {
    const { ctx, challenge } = await raised();
    const people = await Promise.all(Array.from({ length: 50 }, () => makePerson(table)));
    await Promise.all(people.map((person) => supportSubject(makeCtx(table, person), challenge.id)));
    expect((await sumTally(ctx, challenge.id)).support).toBe(50);
    await projectCounters(ctx, [challenge.id]);
    expect((await getChallenge(ctx, challenge.id)).support).toBe(50);
  });

  it('counts one person fifty times at once as one', async () => {
    const { ctx, challenge } = await raised();
    const answers = await Promise.all(Array.from({ length: 50 }, () => supportSubject(ctx, challenge.id)));
    expect(answers.every((answer) => answer.supported)).toBe(true);
    expect((await sumTally(ctx, challenge.id)).support).toBe(1);
  });

  it('is refused once the challenge is closed, even to one who read it open', async () => {
    const { ctx, challenge } = await raised();
    await supportSubject(ctx, challenge.id);
    await closeChallenge(ctx, challenge.id, 'Đã được giải quyết');
    const voter = makeCtx(table, await makePerson(table));
    await expect(supportSubject(voter, challenge.id)).rejects.toMatchObject({ code: 'voting_closed' });
    expect((await sumTally(ctx, challenge.id)).support).toBe(1);
  });

  it('ends at the closing date to the second', async () => {
    const clock = { now: new Date('2026-03-01T00:00:00Z') };
    const author = await makePerson(table);
    const closesAt = '2026-03-02T00:00:00.000Z';
    const challenge = await raiseChallenge(makeCtx(table, author, clock), makeNewChallenge({ closesAt }));
    clock.now = new Date('2026-03-01T23:59:59Z');
    await supportSubject(makeCtx(table, author, clock), challenge.id);
    clock.now = new Date('2026-03-02T00:00:00Z');
    await expect(unsupportSubject(makeCtx(table, author, clock), challenge.id)).rejects.toMatchObject({
      code: 'voting_closed',
    });
  });
});

describe('unsupportSubject', () => {
  it('takes one vote back, and nothing of the trend stays', async () => {
    const { ctx, challenge } = await raised();
    await supportSubject(ctx, challenge.id);
    const answers = await Promise.all(Array.from({ length: 20 }, () => unsupportSubject(ctx, challenge.id)));
    expect(answers.every((answer) => !answer.supported)).toBe(true);
    const tally = await sumTally(ctx, challenge.id);
    expect(tally.support).toBe(0);
    expect(Math.abs(tally.trend) / trendOf('support', new Date())).toBeLessThan(1e-6);
  });
});

/** Every call while `work` runs: the command, and the keys of what it reads. */
async function callsOf(work: () => Promise<unknown>): Promise<string[]> {
  const calls: string[] = [];
  type Reads = { Key?: Key; RequestItems?: Record<string, { Keys: Key[] }> };
  table.client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const { Key, RequestItems = {} } = args.input as Reads;
        const keys = [...(Key ? [Key] : []), ...Object.values(RequestItems).flatMap(({ Keys }) => Keys)];
        const kinds = new Set(keys.map(({ pk, sk }) => (sk === 'CARD' ? 'CARD' : pk.split('#')[0])));
        calls.push([commandName.replace(/Items?(Command)?$/, ''), ...kinds].join(' '));
        return next(args);
      },
    { step: 'initialize', name: 'calls' },
  );
  await work();
  table.client.middlewareStack.remove('calls');
  return calls;
}

describe('the card', () => {
  it('is read by the first vote in a shard, and by none after it', async () => {
    const { ctx, challenge } = await raised();
    const first = await callsOf(() => supportSubject(ctx, challenge.id));
    expect(first).toEqual(['TransactWrite', 'Get CARD', 'TransactWrite', 'BatchGet TALLY']);
    expect(await callsOf(() => unsupportSubject(ctx, challenge.id))).toEqual([
      'Get VOTE',
      'TransactWrite',
      'BatchGet TALLY',
    ]);
    expect(await callsOf(() => supportSubject(ctx, challenge.id))).toEqual(['TransactWrite', 'BatchGet TALLY']);
  });

  it('says why, where a shard is not open, also to one who voted before', async () => {
    const { ctx, challenge } = await raised();
    await supportSubject(ctx, challenge.id);
    await closeChallenge(ctx, challenge.id, 'Đã được giải quyết');
    for (const ask of [supportSubject, unsupportSubject])
      await expect(ask(ctx, challenge.id)).rejects.toMatchObject({ code: 'voting_closed' });
    const nowhere = newId('challenge', ctx);
    for (const ask of [supportSubject, unsupportSubject])
      await expect(ask(ctx, nowhere)).rejects.toMatchObject({ code: 'challenge_not_found' });
  });

  it('stands for a draft: no edit of it opens a shard', async () => {
    const { author, ctx, challenge } = await raised({ draft: true });
    const closesAt = new Date(Date.now() + day).toISOString();
    await editChallenge(ctx, challenge.id, { version: 1, closesAt });
    const stranger = makeCtx(table, await makePerson(table));
    await expect(supportSubject(stranger, challenge.id)).rejects.toMatchObject({ code: 'challenge_not_found' });
    await expect(supportSubject(ctx, challenge.id)).rejects.toMatchObject({ code: 'voting_closed' });
    await editChallenge(ctx, challenge.id, { version: 2, draft: false });
    expect(await supportSubject(stranger, challenge.id)).toEqual({ supported: true, support: 1 });
    const late = makeCtx(table, author, { now: new Date(closesAt) });
    await expect(supportSubject(late, challenge.id)).rejects.toMatchObject({ code: 'voting_closed' });
  });
});

describe('tallies of before there were open shards', () => {
  /** Shards as they were written then: `votingUntil` also on those of drafts. */
  async function written(subject: SubjectId, fields: object) {
    for (let shard = 0; shard < 8; shard++) {
      const Item = { ...tallyKey(subject, shard), ...fields };
      await table.client.send(new PutCommand({ TableName: table.tableName, Item }));
    }
  }

  it('go on being counted, and end', async () => {
    const { ctx, challenge } = await raised();
    await written(challenge.id, { support: 2, heat: 2, revision: 2, votingUntil: '9999' });
    expect((await supportSubject(ctx, challenge.id)).support).toBe(17);
    expect((await unsupportSubject(ctx, challenge.id)).support).toBe(16);
    await closeChallenge(ctx, challenge.id, 'Đã được giải quyết');
    await expect(supportSubject(ctx, challenge.id)).rejects.toMatchObject({ code: 'voting_closed' });
  });

  it('let nobody vote for what the card does not let them', async () => {
    const draft = await raised({ draft: true });
    await written(draft.challenge.id, { votingUntil: '9999' });
    await expect(supportSubject(draft.ctx, draft.challenge.id)).rejects.toMatchObject({ code: 'voting_closed' });
  });
});

it('an import votes as of its own time, until the end that was', async () => {
  const clock = { now: new Date('2020-03-01T00:00:00Z') };
  const ctx = makeCtx(table, await makePerson(table), clock);
  const closesAt = '2020-04-01T00:00:00.000Z';
  const { id } = await raiseChallenge(ctx, makeNewChallenge({ closesAt }));
  clock.now = new Date('2020-03-31T00:00:00Z');
  for (let votes = 1; votes <= 10; votes++) {
    const voter = makeCtx(table, await makePerson(table), clock);
    expect((await supportSubject(voter, id)).support).toBe(votes);
  }
  const today = makeCtx(table, await makePerson(table));
  await expect(supportSubject(today, id)).rejects.toMatchObject({ code: 'voting_closed' });
});
