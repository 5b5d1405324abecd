/** Moderators of a programme or ward find what has come there, and no more what has left. */
import { editChallenge, raiseChallenge } from '@hanoi/core/challenge/service';
import { transact } from '@hanoi/core/db/transact';
import { newItem, openedParts } from '@hanoi/core/moderation/open';
import { getQueue } from '@hanoi/core/moderation/queue';
import { decideAs, moderator, reportedItem, sayOn, someone } from '@hanoi/core/moderation/testing-moderation';
import { findContent } from '@hanoi/core/report/repo';
import type { Ctx } from '@hanoi/core/shared/context';
import type { ItemId } from '@hanoi/core/shared/ids';
import { makeNewChallenge, makePublicSolution } from '@hanoi/core/testing/challenge';
import { useTable } from '@hanoi/core/testing/table';
import { expect, it } from 'vitest';
import { useStream } from '../testing/stream.ts';

const table = useTable();
const stream = useStream(table);

const found = async (ctx: Ctx): Promise<ItemId[]> =>
  (await getQueue(ctx, { limit: 100 })).items.map(({ id }) => id).toSorted();

it('items about it, its solutions and the comments on both follow', async () => {
  const [author, reader] = [await someone(table), await someone(table)];
  const [of1, of5] = await Promise.all(['P1', 'P5'].map((code) => moderator(table, { scope: { programmes: [code] } })));
  const ofWard = await moderator(table, { scope: { wards: ['00199'] } });
  const { id } = await raiseChallenge(author, makeNewChallenge({ programme: 'P5', ward: '00331', point: null }));
  const solution = await makePublicSolution(author, id);
  const said = [await sayOn(author, id), await sayOn(author, solution.id)];
  const items: ItemId[] = [];
  for (const one of [id, solution.id, ...said.map((comment) => comment.id)])
    items.push(await reportedItem(reader, one));
  await stream.settle();
  expect(await found(of5!)).toEqual(items.toSorted());

  // By a moderator of the programme where it is, in deciding the first of them; by its author.
  await decideAs(of5!, items[0]!, { action: 'retag', programme: 'P1' });
  await stream.settle();
  expect(await found(of5!)).toEqual([]);
  expect(await found(of1!)).toEqual(items.slice(1).toSorted());
  await editChallenge(author, id, { version: 2, ward: '00199' });
  await stream.settle();
  expect(await found(ofWard)).toEqual(items.slice(1).toSorted());
});

it('an item follows that was read before the change and opened after it', async () => {
  const author = await someone(table);
  const of2 = await moderator(table, { scope: { programmes: ['P2'] } });
  const { id } = await raiseChallenge(author, makeNewChallenge({ programme: 'P5' }));
  const comment = await sayOn(author, id);
  const content = (await findContent(author, comment.id))!;
  const item = await newItem(author, 'report', content);
  await editChallenge(author, id, { version: 1, programme: 'P2' });
  await stream.settle();
  await transact(author, openedParts(item, content));
  expect(await found(of2)).toEqual([]);
  await stream.settle();
  expect(await found(of2)).toEqual([item.id]);
});
