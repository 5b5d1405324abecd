/** The migrations of November 2026: cards as they were become cards as they are, and answer the same all the while. */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { imageOf } from '../card/image.ts';
import { getChallenge } from '../challenge/service.ts';
import { getItem } from '../db/get.ts';
import { bodyKey, byPartition, cardKey } from '../db/keys.ts';
import { newId } from '../shared/ids.ts';
import { makeChallengeCard } from '../testing/challenge.ts';
import { makeCtx } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { migrations } from './list.ts';
import { runMigrations } from './service.ts';

const table = useTable();
const system = makeCtx(table, { kind: 'system', name: 'test' });
const clock = { now: () => new Date() };
const until = new Date('2100-01-01T00:00:00Z');

const image = (alt: string) => imageOf({ id: newId('upload', clock), width: 800, height: 600, alt });

/** A challenge as the version before kept it. */
async function putFormer(over: object = {}) {
  const card = {
    ...makeChallengeCard({ support: 3, comments: 2, solutions: 1, status: 'closed' }),
    images: [image('Ngã tư ngập'), image('Cống bị tắc')],
    point: { lng: 105.8, lat: 21.02 },
    closeReason: 'Đã được giải quyết',
    heat: 12.5,
    tallyRevision: 6,
    ...over,
  };
  const keys = { ...cardKey(card.id), gsi1pk: byPartition(card.author.id, 'challenge'), gsi1sk: card.id };
  const put = (Item: object) => table.client.send(new PutCommand({ TableName: table.tableName, Item }));
  await put({ ...keys, ...card });
  await put({ ...bodyKey(card.id), body: 'Nước dồn về **ngã tư**.' });
  return card;
}

it('answers the same before, between and after, and a second run changes nothing', async () => {
  const former = await putFormer();
  const draft = await putFormer({ status: 'draft', publishedAt: null, images: [], point: null });
  const expected = {
    support: 3,
    comments: 2,
    solutions: 1,
    images: former.images,
    point: former.point,
    closeReason: 'Đã được giải quyết',
  };
  const anonymous = makeCtx(table, { kind: 'anonymous' });
  const before = await getChallenge(anonymous, former.id);
  expect(before).toMatchObject(expected);
  for (const migration of migrations) {
    const [migrated] = await runMigrations(system, [migration], { until });
    expect(migrated).toMatchObject({ failed: 0, isDone: true });
    expect(await getChallenge(anonymous, former.id)).toMatchObject(expected);
  }
  const stored = await getItem(system, cardKey(former.id), { consistent: true });
  expect(stored).toMatchObject({
    counts: { support: 3, comments: 2, solutions: 1 },
    cover: { id: former.images[0]!.id, width: 800, height: 600 },
    trend: expect.closeTo(12.5 * 2 ** -365.2, 120),
    tallyRevision: 6,
    gsi3pk: expect.stringMatching(/^CHANGED#[0-7]$/),
  });
  for (const gone of ['support', 'comments', 'solutions', 'images', 'point', 'closeReason', 'heat'])
    expect(stored).not.toHaveProperty(gone);
  const kept = await getItem(system, cardKey(draft.id), { consistent: true });
  expect(kept).not.toHaveProperty('gsi3pk');
  for (const migration of migrations) {
    const [again] = await runMigrations(system, [migration], { until, isAgain: true });
    expect(again).toMatchObject({ changed: 0, failed: 0 });
  }
});
