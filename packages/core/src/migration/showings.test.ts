/** Bodies of former releases: what shows a picture is known afterwards, and what was removed meanwhile stays removed. */
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { editChallenge, raiseChallenge } from '../challenge/service.ts';
import { getItem } from '../db/get.ts';
import { showingKey } from '../db/keys.ts';
import { makeNewChallenge } from '../testing/challenge.ts';
import { makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { newUploadId, recordUpload } from '../upload/service.ts';
import { runMigrations } from './service.ts';
import { showings } from './showings.ts';

const table = useTable();

it('each picture of a body is shown by its subject', async () => {
  const author = makeCtx(table, await makePerson(table));
  const [first, second] = [await newUploadId(author), await newUploadId(author)];
  for (const id of [first, second]) await recordUpload(author, id, { width: 8, height: 6 });
  const images = [first, second].map((id) => ({ id, alt: '' }));
  const { id } = await raiseChallenge(author, makeNewChallenge({ images }));
  await editChallenge(author, id, { version: 1, images: [{ id: second, alt: '' }] });
  await table.client.send(new DeleteCommand({ TableName: table.tableName, Key: showingKey(second, id) }));

  const run = (isAgain: boolean) => runMigrations(author, [showings], { until: new Date('2100-01-01'), isAgain });
  expect(await run(false)).toMatchObject([{ changed: 1, failed: 0, isDone: true }]);
  const shown = async (upload: typeof first) =>
    (await getItem(author, showingKey(upload, id), { consistent: true }))?.shown;
  expect([await shown(first), await shown(second)]).toEqual([false, true]);
  expect(await run(true)).toMatchObject([{ changed: 0, failed: 0 }]);
});
