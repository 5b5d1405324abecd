/** The job that migrates: what it changes on cards reaches the list, as what people change does. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { raiseChallenge } from '@hanoi/core/challenge/service';
import { cardKey } from '@hanoi/core/db/keys';
import { listCards } from '@hanoi/core/listing/repo';
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { makeCtx, makePerson } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { expect, it } from 'vitest';
import { useStream } from '../testing/stream.ts';
import { handler } from './migrate.ts';

const table = useTable();
const { settle } = useStream(table);

it('a challenge with a tag in its former spelling is listed with the one spelling', async () => {
  const ctx = makeCtx(table, await makePerson(table));
  const { id } = await raiseChallenge(ctx, makeNewChallenge());
  const set = { UpdateExpression: 'SET tags = :tags', ExpressionAttributeValues: { ':tags': ['hoà bình'] } };
  await table.client.send(new UpdateCommand({ TableName: table.tableName, Key: cardKey(id), ...set }));
  await settle();
  const listed = async () =>
    (await listCards(ctx, { list: 'challenges', sort: 'new', limit: 10 })).items.map((card) => [card.id, card.tags]);
  expect(await listed()).toEqual([[id, ['hoà bình']]]);
  expect(await handler({})).toMatchObject({ done: true });
  await settle();
  expect(await listed()).toEqual([[id, ['hòa bình']]]);
});
