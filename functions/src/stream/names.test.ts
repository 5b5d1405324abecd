/** The name on what people wrote follows them. */
import { getChallenge, raiseChallenge } from '@hanoi/core/challenge/service';
import { listComments, postComment } from '@hanoi/core/comment/service';
import { NamesUnfinished, projectName } from '@hanoi/core/person/projection';
import { editMe } from '@hanoi/core/person/service';
import { draftSolution, getSolution } from '@hanoi/core/solution/service';
import { makeNewChallenge, makeNewSolution } from '@hanoi/core/testing/challenge';
import { makeCtx, makePerson } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { describe, expect, it } from 'vitest';
import { runConsumer, useStream } from '../testing/stream.ts';

const table = useTable();
const { settle, take } = useStream(table);
const remark = { body: 'Đúng vậy', stance: 'for', parentId: null, organisation: null } as const;

async function writer() {
  const ctx = makeCtx(table, await makePerson(table, { name: 'Tên ban đầu' }));
  const challenge = await raiseChallenge(ctx, makeNewChallenge());
  return { ctx, challenge: challenge.id };
}

describe('names', () => {
  it('puts the new name on challenges, solutions and comments, and touches no version', async () => {
    const { ctx, challenge } = await writer();
    const other = await writer();
    const solution = await draftSolution(ctx, challenge, makeNewSolution());
    await postComment(ctx, challenge, remark);
    await postComment(other.ctx, challenge, remark);
    await editMe(ctx, { name: 'Tên về sau' });
    await settle();
    expect(await getChallenge(ctx, challenge)).toMatchObject({ author: { name: 'Tên về sau' }, version: 1 });
    expect(await getSolution(ctx, solution.id)).toMatchObject({ author: { name: 'Tên về sau' }, version: 1 });
    const { items } = await listComments(ctx, challenge, { limit: 10 });
    expect(items.map((comment) => comment.author?.name)).toEqual(['Tên về sau', 'Tên ban đầu']);
    expect(items[0]).toMatchObject({ version: 1, editedAt: null });
  });

  it('keeps the last name when records are repeated and come the other way round', async () => {
    const { ctx, challenge } = await writer();
    await settle();
    await editMe(ctx, { name: 'Tên thứ hai' });
    await editMe(ctx, { name: 'Tên thứ ba' });
    const records = await take();
    for (const order of [records.toReversed(), records, records.slice(0, 1)]) await runConsumer('names', order);
    expect((await getChallenge(ctx, challenge)).author.name).toBe('Tên thứ ba');
  });

  it('does a bounded part at a time, and goes on where it stopped', async () => {
    const { ctx, challenge } = await writer();
    for (let count = 0; count < 8; count++) await postComment(ctx, challenge, remark);
    const { id } = await editMe(ctx, { name: 'Tên về sau' });
    await expect(projectName(ctx, id, 4)).rejects.toThrow(NamesUnfinished);
    await expect(projectName(ctx, id, 4)).rejects.toThrow(NamesUnfinished);
    await projectName(ctx, id, 4);
    const { items } = await listComments(ctx, challenge, { limit: 10 });
    expect(new Set(items.map((comment) => comment.author?.name))).toEqual(new Set(['Tên về sau']));
  });

  it('leaves what was written alone when something else of the person changes', async () => {
    const { ctx } = await writer();
    await settle();
    await editMe(ctx, { language: 'en' });
    await runConsumer('names', await take());
    expect(await take()).toEqual([]);
  });
});
