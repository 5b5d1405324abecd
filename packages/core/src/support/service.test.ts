/** Support is exact: one vote a person, none after the end, whatever happens at once. */

import { describe, expect, it } from 'vitest';
import { projectCounters } from '../card/projection.ts';
import { closeChallenge, getChallenge, raiseChallenge } from '../challenge/service.ts';
import { sumTally } from '../tally/repo.ts';
import { makeNewChallenge } from '../testing/challenge.ts';
import { makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { castVote, withdrawVote } from './service.ts';

const table = useTable();

async function raised(over = {}) {
  const author = await makePerson(table);
  const ctx = makeCtx(table, author);
  return { author, ctx, challenge: await raiseChallenge(ctx, makeNewChallenge(over)) };
}

describe('castVote', () => {
  it('counts fifty people at once as fifty', async () => {
    const { ctx, challenge } = await raised();
    const people = await Promise.all(Array.from({ length: 50 }, () => makePerson(table)));
    await Promise.all(people.map((person) => castVote(makeCtx(table, person), challenge.id)));
    expect((await sumTally(ctx, challenge.id)).support).toBe(50);
    await projectCounters(ctx, [challenge.id]);
    expect((await getChallenge(ctx, challenge.id)).support).toBe(50);
  });

  it('counts one person fifty times at once as one', async () => {
    const { ctx, challenge } = await raised();
    const answers = await Promise.all(Array.from({ length: 50 }, () => castVote(ctx, challenge.id)));
    expect(answers.every((answer) => answer.supported)).toBe(true);
    expect((await sumTally(ctx, challenge.id)).support).toBe(1);
  });

  it('is refused once the challenge is closed, even to one who read it open', async () => {
    const { ctx, challenge } = await raised();
    await castVote(ctx, challenge.id);
    await closeChallenge(ctx, challenge.id, 'Đã được giải quyết');
    const voter = makeCtx(table, await makePerson(table));
    await expect(castVote(voter, challenge.id)).rejects.toMatchObject({ code: 'voting_closed' });
    expect((await sumTally(ctx, challenge.id)).support).toBe(1);
  });

  it('ends at the closing date to the second', async () => {
    const clock = { now: new Date('2026-03-01T00:00:00Z') };
    const author = await makePerson(table);
    const closesAt = '2026-03-02T00:00:00.000Z';
    const challenge = await raiseChallenge(makeCtx(table, author, clock), makeNewChallenge({ closesAt }));
    clock.now = new Date('2026-03-01T23:59:59Z');
    await castVote(makeCtx(table, author, clock), challenge.id);
    clock.now = new Date('2026-03-02T00:00:00Z');
    await expect(withdrawVote(makeCtx(table, author, clock), challenge.id)).rejects.toMatchObject({
      code: 'voting_closed',
    });
  });
});

describe('withdrawVote', () => {
  it('takes one vote back, and no heat stays', async () => {
    const { ctx, challenge } = await raised();
    await castVote(ctx, challenge.id);
    const answers = await Promise.all(Array.from({ length: 20 }, () => withdrawVote(ctx, challenge.id)));
    expect(answers.every((answer) => !answer.supported)).toBe(true);
    const tally = await sumTally(ctx, challenge.id);
    expect(tally.support).toBe(0);
    expect(Math.abs(tally.heat)).toBeLessThan(1e-6);
  });
});
