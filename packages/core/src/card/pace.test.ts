/** Nobody writes faster than people can think: counted from what was written in the last hour. */

import { beforeEach, expect, it } from 'vitest';
import { raiseChallenge } from '../challenge/service.ts';
import { postComment } from '../comment/service.ts';
import type { Ctx } from '../shared/context.ts';
import type { ChallengeId } from '../shared/ids.ts';
import { draftSolution } from '../solution/service.ts';
import { makeNewChallenge, makeNewSolution } from '../testing/challenge.ts';
import { type Clock, makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';

const table = useTable();
const clock: Clock = { now: new Date('2026-03-01T08:00:00Z') };
let ctx: Ctx;
let challenge: ChallengeId;
beforeEach(async () => {
  clock.now = new Date('2026-03-01T08:00:00Z');
  challenge = (await raiseChallenge(makeCtx(table, await makePerson(table), clock), makeNewChallenge())).id;
  ctx = makeCtx(table, await makePerson(table), clock);
});

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
  await write(makeCtx(table, await makePerson(table), clock));
  clock.now = new Date(clock.now.getTime() + waits * 1_000 + 1);
  await write(ctx);
  await expect(write(ctx)).rejects.toMatchObject({ code: 'too_many_requests' });
});
