/** However long people write, a list row stays within two write units: 2 KB, in plain Vietnamese. */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { imageOf } from '../card/image.ts';
import { coverFields } from '../card/stored.ts';
import { cardKey, listPartition } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { newId } from '../shared/ids.ts';
import { makeChallengeCard, makeSolutionCard, makeStored } from '../testing/challenge.ts';
import { makeCtx } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { facetsOf } from './facets.ts';
import { projectRows } from './repo.ts';

const table = useTable();
const ctx = makeCtx(table, { kind: 'system', name: 'test' });
const clock = { now: () => new Date() };

/** Plain Vietnamese, cut to just so many characters. */
const plain = (length: number) =>
  'Mưa lớn là ngã tư ngập sâu, hàng trăm hộ dân bị cô lập nhiều giờ và trẻ em phải nghỉ học cả buổi chiều. '
    .repeat(5)
    .slice(0, length);

const image = imageOf({ id: newId('upload', clock), width: 4000, height: 3000, alt: plain(200) });
const largest = {
  title: plain(120),
  summary: plain(300),
  tags: [1, 2, 3, 4, 5].map((number) => `${plain(28)} ${number}`),
  ward: '00331',
  author: { id: newId('person', clock), name: plain(60) },
  organisation: { id: newId('organisation', clock), name: plain(120), kind: 'innovation-centre' },
  closesAt: '2028-01-01T00:00:00.000Z',
  kind: 'launched',
  status: 'implementing',
} as const;
const challenge = makeChallengeCard({ ...largest, tags: [...largest.tags] });

it.each([
  ['a challenge', challenge],
  ['a solution', makeSolutionCard(challenge, { ...largest, tags: [...largest.tags], status: 'not-selected' })],
])('%s at every limit', async (_, card) => {
  const counts = { support: 1_234_567, comments: 12_345, solutions: 123 };
  const noted = { trend: 1.2345678901234567e-100, tallyRevision: 1_234_567, challengeVersion: 12, authorVersion: 3 };
  const stored = { ...makeStored(card), counts, ...coverFields([image, image]), ...noted };
  const put = (Item: object, ReturnConsumedCapacity?: 'INDEXES') =>
    table.client.send(new PutCommand({ TableName: table.tableName, Item, ReturnConsumedCapacity }));
  await put({ ...cardKey(card.id), ...stored });
  await projectRows(ctx, [{ id: card.id, formerFacets: [] }]);
  const facets = facetsOf(card);
  expect(facets.length).toBeGreaterThan(1);
  for (const facet of facets) {
    const partition = listPartition(facet);
    const { items } = await queryPage(ctx, { list: 'row', partition, order: 'ascending', limit: 10 });
    const row = items.find(({ id }) => id === card.id)!;
    expect(row).toMatchObject({ title: card.title, counts });
    // Written again, the engine says what it weighs: a unit for each KB begun.
    const { ConsumedCapacity } = await put(row, 'INDEXES');
    expect(ConsumedCapacity?.Table?.CapacityUnits, facet).toBeLessThanOrEqual(2);
  }
});
