/** What the index counts is what the lists of the table hold. */
import { projectCounters } from '@hanoi/core/card/projection';
import { closeChallenge, raiseChallenge } from '@hanoi/core/challenge/service';
import { postComment } from '@hanoi/core/comment/service';
import { countFigures } from '@hanoi/core/figure/service';
import { projectRows } from '@hanoi/core/listing/repo';
import type { SubjectId } from '@hanoi/core/shared/ids';
import { draftSolution, submitSolution } from '@hanoi/core/solution/service';
import { supportSubject } from '@hanoi/core/support/service';
import { makeNewChallenge, makeNewSolution } from '@hanoi/core/testing/challenge';
import { makeCtx, makePerson } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { expect, it } from 'vitest';
import { openIndexHere } from '../in-this-thread.ts';

const table = useTable();

it('counts as the lists do, drafts and what is closed included', async () => {
  const ctx = makeCtx(table, await makePerson(table));
  const system = makeCtx(table, { kind: 'system', name: 'test' });
  const first = await raiseChallenge(ctx, makeNewChallenge());
  const second = await raiseChallenge(ctx, makeNewChallenge({ ward: null, programme: 'P8' }));
  const draft = await raiseChallenge(ctx, makeNewChallenge({ draft: true }));
  const solution = await draftSolution(ctx, first.id, makeNewSolution());
  await submitSolution(ctx, solution.id);
  await supportSubject(ctx, first.id);
  await supportSubject(ctx, solution.id);
  await postComment(ctx, solution.id, { body: 'Đúng vậy', stance: 'for', parentId: null, organisation: null });
  await closeChallenge(ctx, second.id, 'Đã được giải quyết');
  const subjects: SubjectId[] = [first.id, second.id, draft.id, solution.id];
  await projectCounters(system, subjects);
  await projectRows(system, subjects);
  const index = openIndexHere({ file: ':memory:', ctx: () => system });
  const { updatedAt: _, ...byLists } = await countFigures(system);
  expect(byLists).toMatchObject({ challenges: 2, open: 1, solutions: 1, comments: 1, support: 2 });
  expect(await countFigures(system, index)).toMatchObject(byLists);
  index.close();
});
