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
import { largestAlt, largestOrganisation, largestPersonName, largestTexts } from '../testing/largest.ts';
import { useTable } from '../testing/table.ts';
import { listOf } from './list-of.ts';
import { projectRows } from './repo.ts';

const table = useTable();
const ctx = makeCtx(table, { kind: 'system', name: 'test' });
const clock = { now: () => new Date() };

const image = imageOf({ id: newId('upload', clock), width: 4000, height: 3000, alt: largestAlt });
const largest = {
  ...largestTexts,
  author: { id: newId('person', clock), name: largestPersonName },
  organisation: { id: newId('organisation', clock), ...largestOrganisation },
  kind: 'launched',
  status: 'implementing',
} as const;
const challenge = makeChallengeCard(largest);

it.each([
  ['a challenge', challenge],
  ['a solution', makeSolutionCard(challenge, { ...largest, status: 'not-selected' })],
])('%s at every limit', async (_, card) => {
  const counts = { support: 1_234_567, comments: 12_345, solutions: 123 };
  const noted = { trend: 1.2345678901234567e-100, tallyRevision: 1_234_567, challengeVersion: 12, authorVersion: 3 };
  const stored = { ...makeStored(card), counts, ...coverFields([image, image]), ...noted };
  const put = (Item: object, ReturnConsumedCapacity?: 'INDEXES') =>
    table.client.send(new PutCommand({ TableName: table.tableName, Item, ReturnConsumedCapacity }));
  await put({ ...cardKey(card.id), ...stored });
  await projectRows(ctx, [card.id]);
  const partition = listPartition(listOf(card)!);
  const { items } = await queryPage(ctx, { list: 'row', partition, order: 'ascending', limit: 10 });
  const row = items.find(({ id }) => id === card.id)!;
  expect(row).toMatchObject({ title: card.title, counts });
  // Written again, the engine says what it weighs: a unit for each KB begun.
  const { ConsumedCapacity } = await put(row, 'INDEXES');
  expect(ConsumedCapacity?.Table?.CapacityUnits).toBeLessThanOrEqual(2);
});
