/** What moderators decide stands in the audit log: about content, about an account, on appeals, and claims they take over. */
import { beforeAll, expect, it } from 'vitest';
import { listEntries } from '../audit/repo.ts';
import type { Ctx, PersonActor } from '../shared/context.ts';
import { makePublicChallenge } from '../testing/challenge.ts';
import { useTable } from '../testing/table.ts';
import { appeal } from './appeal.ts';
import { claimItem } from './claim.ts';
import { openItem } from './open.ts';
import { getQueue } from './queue.ts';
import { newItemSchema } from './schema.ts';
import { decideAs, moderator, reportedItem, someone } from './testing-moderation.ts';

const table = useTable();
let author: Ctx;
let reader: Ctx;
let lan: Ctx;
let minh: Ctx;
beforeAll(async () => {
  [author, reader, lan, minh] = await Promise.all([someone(table), someone(table), moderator(table), moderator(table)]);
});
const idOf = (ctx: Ctx) => (ctx.actor as PersonActor).id;
/** What is entered of something, oldest first. */
async function told(subject: string) {
  const { items } = await listEntries(lan, { subject, limit: 100 });
  return items.map(({ by, action, facts }) => ({ by, action, facts })).reverse();
}

it('a claim that is taken over, and what is decided about content', async () => {
  const { id } = await makePublicChallenge(author);
  const item = await reportedItem(reader, id);
  await claimItem(lan, item);
  expect(await told(item)).toEqual([]);
  await claimItem(minh, item, 'Chị Lan nghỉ hôm nay');
  expect(await told(item)).toEqual([{ by: idOf(minh), action: 'claim_taken_over', facts: { from: idOf(lan) } }]);
  const { id: decision } = await decideAs(minh, item, { action: 'hide' });
  const facts = { decision, item, reason: 'spam', content: id, about: idOf(author) };
  expect(await told(id)).toEqual([{ by: idOf(minh), action: 'decision_hide', facts }]);
});

it('what is decided about an account, under the person', async () => {
  const { id } = await makePublicChallenge(author);
  const { item } = await openItem(lan, newItemSchema.parse({ subject: id, reason: 'spam' }));
  const { id: decision } = await decideAs(lan, item.id, { action: 'warn' });
  const facts = { decision, item: item.id, reason: 'spam', content: id, about: idOf(author) };
  expect(await told(idOf(author))).toEqual([{ by: idOf(lan), action: 'decision_warn', facts }]);
});

it('what comes of an appeal', async () => {
  const { id } = await makePublicChallenge(author);
  const { id: decision } = await decideAs(lan, await reportedItem(reader, id), { action: 'hide' });
  await appeal(author, decision, 'Đây không phải quảng cáo');
  const { items } = await listEntries(lan, { subject: id, limit: 100 });
  expect(items).toHaveLength(1);
  const waiting = (await getQueue(minh, { kind: 'appeal', limit: 100 })).items;
  await decideAs(minh, waiting.find(({ subject }) => subject.id === id)!.id, { action: 'overturn' });
  expect((await told(id)).map(({ by, action }) => [by, action])).toEqual([
    [idOf(lan), 'decision_hide'],
    [idOf(minh), 'decision_overturn'],
  ]);
});
