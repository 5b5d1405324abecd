/** Nobody writes faster than people can think, also not at once; the places of the hour become free one by one. */

import { beforeEach, describe, expect, it } from 'vitest';
import { editChallenge, getChallenge, raiseChallenge } from '../challenge/service.ts';
import { editComment, postComment } from '../comment/service.ts';
import type { Ctx, PersonActor } from '../shared/context.ts';
import { type ChallengeId, newId } from '../shared/ids.ts';
import { hour } from '../shared/time.ts';
import { draftSolution, editSolution } from '../solution/service.ts';
import { sumTally } from '../tally/repo.ts';
import { makeNewChallenge, makeNewSolution } from '../testing/challenge.ts';
import { type Clock, makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { listTimeline } from '../timeline/service.ts';

const table = useTable();
const clock: Clock = { now: new Date('2026-03-01T08:00:00Z') };
let ctx: Ctx;
let challenge: ChallengeId;
beforeEach(async () => {
  clock.now = new Date('2026-03-01T08:00:00Z');
  challenge = (await raiseChallenge(makeCtx(table, await makePerson(table), clock), makeNewChallenge())).id;
  ctx = await known();
});

/** Somebody who has been here for long, and of whom something stands since yesterday. */
async function known(): Promise<Ctx> {
  const yesterday: Clock = { now: new Date(clock.now.getTime() - 24 * hour) };
  const actor = await makePerson(table, { createdAt: '2025-06-01T00:00:00.000Z' });
  await raiseChallenge(makeCtx(table, actor, yesterday), makeNewChallenge());
  return makeCtx(table, actor, clock);
}

const actions = {
  challenge: (of: Ctx) => raiseChallenge(of, makeNewChallenge()),
  solution: (of: Ctx) => draftSolution(of, challenge, makeNewSolution()),
  comment: (of: Ctx) =>
    postComment(of, challenge, { body: 'Đúng vậy', stance: 'for', parentId: null, organisation: null }),
};

it.each([
  ['challenge', 30],
  ['solution', 30],
  ['comment', 100],
] as const)('%s: %i an hour, then a clear refusal', async (name, most) => {
  const write = actions[name];
  for (let number = 0; number < most; number++) {
    await write(ctx);
    // A third of a minute apart: they are free again one by one.
    clock.now = new Date(clock.now.getTime() + 20_000);
  }
  const waits = 3_600 - 20 * most;
  await expect(write(ctx)).rejects.toMatchObject({ code: 'too_many_requests', data: { retryAfter: waits } });
  await write(await known());
  clock.now = new Date(clock.now.getTime() + waits * 1_000 + 1);
  await write(ctx);
  await expect(write(ctx)).rejects.toMatchObject({ code: 'too_many_requests' });
});

it('a new account has two thirds of it, until something of theirs stands and a week has passed', async () => {
  const person = await makePerson(table, { createdAt: clock.now.toISOString() });
  const of = makeCtx(table, person, clock);
  for (let number = 0; number < 67; number++) await actions.comment(of);
  const refusal = { code: 'too_many_requests', data: { retryAfter: 3_600 } };
  for (const _ of [1, 2]) await expect(actions.comment(of)).rejects.toMatchObject(refusal);
  clock.now = new Date(clock.now.getTime() + 7 * 24 * hour);
  for (let number = 0; number < 100; number++) await actions.comment(of);
  await expect(actions.comment(of)).rejects.toMatchObject(refusal);
});

describe('of somebody whom moderators limited', () => {
  const limited = (of: Ctx, until: Date): Ctx => ({
    ...of,
    actor: { ...(of.actor as PersonActor), limitedUntil: until.toISOString() },
  });

  it('is a tenth as fast, until the limit ends', async () => {
    const until = new Date(clock.now.getTime() + 600_000);
    const of = limited(ctx, until);
    for (let number = 0; number < 10; number++) await actions.comment(of);
    const refusal = { code: 'too_many_requests', data: { retryAfter: 3_600 } };
    await expect(actions.comment(of)).rejects.toMatchObject(refusal);
    for (let number = 0; number < 3; number++) await actions.challenge(of);
    await expect(actions.challenge(of)).rejects.toMatchObject(refusal);
    clock.now = until;
    await actions.comment(of);
    await actions.challenge(of);
  });

  it('begins with what they wrote before, and waits until enough of it is an hour old', async () => {
    for (let number = 0; number < 30; number++) {
      await actions.comment(ctx);
      clock.now = new Date(clock.now.getTime() + 20_000);
    }
    const of = limited(ctx, new Date(clock.now.getTime() + 10 * hour));
    // The 21st of thirty must be an hour old: ten are left then, and nine after it.
    const waits = 3_600 - 20 * 10;
    await expect(actions.comment(of)).rejects.toMatchObject({ data: { retryAfter: waits } });
    clock.now = new Date(clock.now.getTime() + waits * 1_000 - 1);
    await expect(actions.comment(of)).rejects.toMatchObject({ code: 'too_many_requests' });
    clock.now = new Date(clock.now.getTime() + 1);
    await actions.comment(of);
  });
});

it('of 134 comments sent at once, 100 are written', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 134 }, () => actions.comment(ctx)));
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []));
  expect(refused).toEqual(Array(34).fill('too_many_requests'));
  expect((await sumTally(ctx, challenge)).comments).toBe(100);
});

it('where an hour of old ones is full, of 134 sent at once no more are written either', async () => {
  for (let number = 0; number < 100; number++) await actions.comment(ctx);
  clock.now = new Date(clock.now.getTime() + hour);
  const outcomes = await Promise.allSettled(Array.from({ length: 134 }, () => actions.comment(ctx)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(100);
  expect((await sumTally(ctx, challenge)).comments).toBeLessThanOrEqual(200);
});

describe('edits', () => {
  const edit = async (of: Ctx, change: object) => {
    const { version } = await getChallenge(of, challenge);
    await editChallenge(of, challenge, { version, ...change });
  };
  const events = async () =>
    (await listTimeline(ctx, challenge, { limit: 50 })).items.map(({ type, data }) => [type, data]);
  let author: Ctx;
  beforeEach(async () => {
    author = await known();
    challenge = (await raiseChallenge(author, makeNewChallenge())).id;
  });

  it('have a pace, challenges, solutions and comments together', async () => {
    const solution = await draftSolution(author, challenge, makeNewSolution());
    const comment = await actions.comment(author);
    for (let number = 0; number < 40; number++) {
      await edit(author, { title: `Tiêu đề thứ ${number} của thách thức` });
      await editSolution(author, solution.id, { version: number + 1, title: `Tiêu đề thứ ${number} của giải pháp` });
      await editComment(author, comment.id, { body: `Lời thứ ${number}` });
    }
    for (const one of [
      () => edit(author, { title: 'Một tiêu đề khác hẳn' }),
      () => editSolution(author, solution.id, { version: 41, title: 'Một tiêu đề khác hẳn' }),
      () => editComment(author, comment.id, { body: 'Nói lại' }),
    ])
      await expect(one()).rejects.toMatchObject({ code: 'too_many_requests', data: { retryAfter: 3_600 } });
  });

  it('of one person within a minute are one event, which names all the fields', async () => {
    // Events of one millisecond have no order.
    clock.now = new Date(clock.now.getTime() + 1);
    await edit(author, { title: 'Một tiêu đề khác hẳn' });
    clock.now = new Date(clock.now.getTime() + 30_000);
    await edit(author, { tags: ['cây xanh'], title: 'Một tiêu đề khác nữa' });
    expect(await events()).toEqual([
      ['challenge_edited', { fields: ['tags', 'title'] }],
      ['challenge_raised', { title: 'Ngập sâu ở ngã tư sau mỗi trận mưa lớn' }],
    ]);
    clock.now = new Date(clock.now.getTime() + 30_000);
    await edit(author, { title: 'Một tiêu đề khác hẳn' });
    expect((await events()).slice(0, 2)).toEqual([
      ['challenge_edited', { fields: ['title'] }],
      ['challenge_edited', { fields: ['tags', 'title'] }],
    ]);
  });

  it('of two people are two events', async () => {
    const organisation = {
      id: newId('organisation', author),
      name: 'Viện',
      kind: 'institute',
      role: 'editor',
    } as const;
    const [one, other] = await Promise.all(
      [1, 2].map(async () => makeCtx(table, await makePerson(table, { memberships: [organisation] }), clock)),
    );
    challenge = (await raiseChallenge(one!, makeNewChallenge({ organisation: organisation.id }))).id;
    for (const who of [one!, other!, one!]) {
      clock.now = new Date(clock.now.getTime() + 1_000);
      await edit(who, { title: `Tiêu đề vào lúc ${clock.now.toISOString()}` });
    }
    expect((await events()).map(([type]) => type)).toEqual([
      'challenge_edited',
      'challenge_edited',
      'challenge_raised',
    ]);
  });
});
