/** Decisions as they are found: by content, by person, by month in Hanoi; and appeals, once each. */
import { beforeAll, expect, it } from 'vitest';
import { transact } from '../db/transact.ts';
import type { Ctx, PersonActor } from '../shared/context.ts';
import type { ChallengeId, DecisionId } from '../shared/ids.ts';
import { makePublicChallenge } from '../testing/challenge.ts';
import { type Clock, makeCtx, makePerson } from '../testing/context.ts';
import { outcomesOf } from '../testing/outcomes.ts';
import { useTable } from '../testing/table.ts';
import {
  appealDecidedParts,
  appealParts,
  decisionOf,
  findDecision,
  listDecidedIn,
  listDecisionsAbout,
  listDecisionsOf,
} from './repo.ts';
import { decisionSchema } from './schema.ts';
import { decide } from './testing-decide.ts';

const table = useTable();
const clock: Clock = { now: new Date() };
let author: Ctx;
let moderator: Ctx;
let challenge: ChallengeId;
const made: DecisionId[] = [];

beforeAll(async () => {
  author = makeCtx(table, await makePerson(table), clock);
  moderator = makeCtx(table, await makePerson(table, { roles: ['moderator'] }), clock);
  challenge = (await makePublicChallenge(author)).id;
  for (const [time, action] of [
    ['2026-11-30T16:59:59.999Z', 'warn'],
    ['2026-11-30T17:00:00.000Z', 'lock'],
    ['2026-12-31T16:59:59.999Z', 'unlock'],
  ] as const) {
    clock.now = new Date(time);
    made.push(await decide(moderator, challenge, action));
  }
});

it('are listed by content and by person, newest first, and by month in Hanoi, oldest first', async () => {
  const ids = (page: { items: { id: string }[] }) => page.items.map(({ id }) => id);
  const newest = made.toReversed();
  expect(ids(await listDecisionsOf(moderator, challenge, { limit: 10 }))).toEqual(newest);
  const { id } = author.actor as PersonActor;
  const first = await listDecisionsAbout(author, id, { limit: 2 });
  expect(ids(first)).toEqual(newest.slice(0, 2));
  expect(ids(await listDecisionsAbout(author, id, { limit: 2, cursor: first.nextCursor! }))).toEqual(newest.slice(2));
  expect(ids(await listDecidedIn(moderator, '2026-11', { limit: 10 }))).toEqual([made[0]]);
  expect(ids(await listDecidedIn(moderator, '2026-12', { limit: 10 }))).toEqual(made.slice(1));
});

it('say all that is owed to whom they are about, and not who decided', async () => {
  const shown = decisionOf((await findDecision(author, made[0]!))!);
  expect(
    decisionSchema
      .strict()
      .parse(
        JSON.parse(JSON.stringify(shown, (name, value) => (/^(pk|sk|gsi|requestId)/.test(name) ? undefined : value))),
      ),
  ).toMatchObject({
    subject: { kind: 'challenge', id: challenge, path: `/challenges/${challenge}` },
    ...{ action: 'warn', reason: 'spam', rule: '5', facts: 'Đã xem', foundBy: 'report' },
    ...{ at: '2026-11-30T16:59:59.999Z', until: null, appealUntil: '2026-12-30T16:59:59.999Z', appeal: null },
  });
  expect(JSON.stringify(shown)).not.toContain((moderator.actor as PersonActor).id);
});

it('are appealed once, and the appeal decided once', async () => {
  const decision = (await findDecision(author, made[1]!))!;
  const appeal = () => transact(author, appealParts(author, decision, 'Xin xem lại giúp tôi'));
  expect((await outcomesOf([appeal(), appeal(), appeal()])).toSorted()).toEqual([
    'appealed_already',
    'appealed_already',
    'done',
  ]);
  const appealed = (await findDecision(author, made[1]!))!;
  const outcome = { outcome: 'uphold', reasons: 'Đã xem lại', complete: null } as const;
  const settle = () => transact(moderator, appealDecidedParts(moderator, appealed, outcome));
  expect((await outcomesOf([settle(), settle()])).toSorted()).toEqual(['done', 'item_done']);
  const { appeal: told } = decisionOf((await findDecision(author, made[1]!))!);
  expect(told).toMatchObject({ text: 'Xin xem lại giúp tôi', outcome: 'uphold', reasons: 'Đã xem lại' });
  expect(told).not.toHaveProperty('by');
});
