/** What a version of the rules would have caught: counted over what everybody reads of the last 30 days. */
import { beforeAll, expect, it } from 'vitest';
import { raiseChallenge } from '../challenge/service.ts';
import { newCommentSchema } from '../comment/schema.ts';
import { postComment } from '../comment/service.ts';
import { decide } from '../decision/testing-decide.ts';
import { useList } from '../rule/testing-list.ts';
import type { Ctx } from '../shared/context.ts';
import type { ChallengeId } from '../shared/ids.ts';
import { makeNewChallenge } from '../testing/challenge.ts';
import { outcomesOf } from '../testing/outcomes.ts';
import { useTable } from '../testing/table.ts';
import { previewRules } from './preview-rules.ts';
import { someone } from './testing-moderation.ts';

const table = useTable();
let administrator: Ctx;
let challenge: ChallengeId;
beforeAll(async () => {
  administrator = await someone(table, { roles: ['administrator'] });
});

const say = async (body: string, ago = 0) => {
  const author = await someone(table, { createdAt: '2026-01-01T00:00:00.000Z' });
  const at = new Date(Date.now() - ago);
  return postComment({ ...author, now: () => at }, challenge, newCommentSchema.parse({ body }));
};
async function whole(version: number) {
  let [looked, caught, caughtNow, cursor] = [0, 0, 0, undefined as string | undefined];
  const examples: string[] = [];
  do {
    const step = await previewRules(administrator, version, cursor);
    looked += step.looked;
    caught += step.caught;
    caughtNow += step.caughtNow;
    examples.push(...step.rules.flatMap((rule) => rule.examples.map(({ path }) => path)));
    cursor = step.nextCursor ?? undefined;
  } while (cursor);
  return { looked, caught, caughtNow, examples };
}

it('is counted over what everybody reads of the last 30 days, beside what the list in force catches', async () => {
  const author = await someone(table, { createdAt: '2026-01-01T00:00:00.000Z' });
  challenge = (await raiseChallenge(author, makeNewChallenge())).id;
  const made = [
    await say('Đồ cam sành'),
    await say('Cam sành ngon'),
    await say('Rất hay'),
    await say('Đồ cam sành cũ', 31 * 86_400_000),
  ];
  const hidden = await say('Cam sành rẻ');
  const lan = await someone(table, { roles: ['moderator'] });
  await decide(lan, hidden.id, 'hide');
  const version = await useList(administrator, '[spam]\ncam sành', { isActive: false });
  const seen = await whole(version);
  expect(seen).toMatchObject({ looked: 4, caught: 2, caughtNow: 0 });
  expect(seen.examples.toSorted()).toEqual(
    made
      .slice(0, 2)
      .map(({ id }) => `/challenges/${challenge}?around=${id}#${id}`)
      .toSorted(),
  );
  const again = await useList(administrator, '[spam]\ncam sành');
  expect(await whole(again)).toMatchObject({ caught: 2, caughtNow: 2 });
});

it('is for administrators, of a version that there is', async () => {
  const moderator = await someone(table, { roles: ['moderator'] });
  const outcomes = await outcomesOf([previewRules(moderator, 0), previewRules(administrator, 999)]);
  expect(outcomes).toEqual(['not_allowed', 'rules_version_not_found']);
});

it('takes no cursor that is none', async () => {
  const attempts = ['x', '9.', '0.x', '3'].map((cursor) => previewRules(administrator, 0, cursor));
  expect(await outcomesOf(attempts)).toEqual(attempts.map(() => 'invalid_cursor'));
});
