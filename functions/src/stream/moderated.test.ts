/** What moderators hide leaves lists and counters within one turn of the stream, and comes back as it was. */
import { getChallenge, raiseChallenge } from '@hanoi/core/challenge/service';
import { postComment } from '@hanoi/core/comment/service';
import { decide } from '@hanoi/core/decision/testing-decide';
import { listCards } from '@hanoi/core/listing/repo';
import { allOf, answersTo } from '@hanoi/core/listing/schema';
import type { Ctx } from '@hanoi/core/shared/context';
import type { ChallengeId } from '@hanoi/core/shared/ids';
import { makeNewChallenge, makePublicSolution } from '@hanoi/core/testing/challenge';
import { makeCtx, makePerson } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { expect, it } from 'vitest';
import { useStream } from '../testing/stream.ts';

const table = useTable();
const stream = useStream(table);
const remark = { body: 'Đúng vậy', stance: 'for', parentId: null, organisation: null } as const;

/** What a list shows of a challenge: its counters; and how many solutions are in its list. */
async function listed(ctx: Ctx, id: ChallengeId) {
  await stream.settle();
  const list = async (name: string) => (await listCards(ctx, { list: name, sort: 'new', limit: 100 })).items;
  const row = (await list(allOf('challenge'))).find((card) => card.id === id);
  const { comments, solutions } = (row ?? {}) as unknown as Record<string, number>;
  return { comments, solutions, below: (await list(answersTo(id, 'solution'))).length };
}

it('counters, lists and what hangs on it follow', async () => {
  const author = makeCtx(table, await makePerson(table));
  const moderator = makeCtx(table, await makePerson(table, { roles: ['moderator'] }));
  const { id } = await raiseChallenge(author, makeNewChallenge());
  const [first] = [await postComment(author, id, remark), await postComment(author, id, remark)];
  const solution = await makePublicSolution(author, id);
  const whole = { comments: 2, solutions: 1, below: 1 };
  expect(await listed(author, id)).toEqual(whole);

  await decide(moderator, first.id, 'hide');
  expect(await listed(author, id)).toEqual({ ...whole, comments: 1 });
  await decide(moderator, solution.id, 'hide');
  expect(await listed(author, id)).toEqual({ comments: 1, solutions: 0, below: 0 });
  for (const content of [first.id, solution.id]) await decide(moderator, content, 'restore');
  expect(await listed(author, id)).toEqual(whole);

  await decide(moderator, id, 'hide');
  expect(await listed(author, id)).toEqual({ comments: undefined, solutions: undefined, below: 0 });
  await decide(moderator, id, 'restore');
  expect(await listed(author, id)).toEqual(whole);
  expect(await getChallenge(author, id)).toMatchObject({ comments: 2, solutions: 1 });
});
