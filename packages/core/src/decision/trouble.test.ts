/** Decisions while the table throttles, conflicts and loses answers: each happens once or not at all, and the counts say so. */
import { troubleOf, withoutPauses } from '@hanoi/testing/faults';
import { expect, it } from 'vitest';
import { postComment } from '../comment/service.ts';
import { getItem } from '../db/get.ts';
import { cardKey } from '../db/keys.ts';
import type { Ctx } from '../shared/context.ts';
import type { ContentId } from '../shared/ids.ts';
import { readShards, sumOf } from '../tally/repo.ts';
import { makePublicChallenge, makePublicSolution } from '../testing/challenge.ts';
import { makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { listDecisionsOf } from './repo.ts';
import { decide } from './testing-decide.ts';

const table = useTable();
const rounds = 12;

async function stateOf(ctx: Ctx, id: ContentId) {
  const { status } = (await getItem(ctx, cardKey(id as never), { consistent: true }))!;
  const { items } = await listDecisionsOf(ctx, id, { limit: 100 });
  const count = (action: string) => items.filter((decision) => decision.action === action).length;
  return { isHidden: status === 'hidden', hidden: count('hide') - count('restore') };
}

it('happen once', { timeout: 60_000 }, async () => {
  const author = makeCtx(table, await makePerson(table));
  const moderator = makeCtx(table, await makePerson(table, { roles: ['moderator'] }));
  const challenge = (await makePublicChallenge(author)).id;
  const solution = (await makePublicSolution(author, challenge)).id;
  const remark = { body: 'Đúng vậy', stance: 'for', parentId: null, organisation: null } as const;
  const comment = (await postComment(author, challenge, remark)).id;
  const trouble = troubleOf(table.client as never);
  withoutPauses(table.client as never);
  let refused = 0;
  for (let round = 0; round < rounds; round++) {
    trouble.begin(['throttled', 'conflict', 'unanswered'], 0.4);
    for (const content of [comment, solution])
      for (const action of ['hide', 'restore'] as const)
        await decide(moderator, content, action).catch(() => refused++);
    trouble.end();
    const { comments, solutions } = sumOf(await readShards(author, challenge));
    const [ofComment, ofSolution] = [await stateOf(author, comment), await stateOf(author, solution)];
    expect({ comments, solutions }).toEqual({
      comments: ofComment.isHidden ? 0 : 1,
      solutions: ofSolution.isHidden ? 0 : 1,
    });
    for (const { isHidden, hidden } of [ofComment, ofSolution]) expect(hidden).toBe(isHidden ? 1 : 0);
  }
  const met = trouble.met.throttled + trouble.met.conflict + trouble.met.unanswered;
  expect(met).toBeGreaterThan(rounds);
  expect(refused).toBeLessThan(rounds * 4);
});
