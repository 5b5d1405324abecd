/** What is hidden, taken out or removed takes its pictures along, and brings them back as they were. */
import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { uploadUrl } from '@hanoi/core/card/image';
import { discardChallenge, editChallenge, raiseChallenge } from '@hanoi/core/challenge/service';
import { getItem } from '@hanoi/core/db/get';
import { cardKey, showingKey } from '@hanoi/core/db/keys';
import { decide, overturn } from '@hanoi/core/decision/testing-decide';
import { runMigrations } from '@hanoi/core/migration/service';
import { showings } from '@hanoi/core/migration/showings';
import type { Ctx } from '@hanoi/core/shared/context';
import type { ChallengeId, SolutionId, UploadId } from '@hanoi/core/shared/ids';
import { draftSolution, submitSolution, withdrawSolution } from '@hanoi/core/solution/service';
import { makeNewChallenge, makeNewSolution } from '@hanoi/core/testing/challenge';
import { makeCtx, makePerson } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { newUploadId, recordUpload } from '@hanoi/core/upload/service';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { beforeEach, expect, it } from 'vitest';
import type { FileStore } from '../ports.ts';
import { usePorts } from '../ports-in-force.ts';
import { memoryFiles } from '../testing/memory-files.ts';
import { useStream } from '../testing/stream.ts';
import { handler } from './pictures.ts';

const table = useTable();
const { settle } = useStream(table);
const stored = new Map<string, Uint8Array>();
const files = memoryFiles(stored);
const mailer = { send: async () => undefined };

let author: Ctx;
let other: Ctx;
let moderator: Ctx;
beforeEach(async () => {
  usePorts({ mailer, files });
  stored.clear();
  const people = [{}, {}, { roles: ['moderator' as const] }].map((over) => makePerson(table, over));
  [author, other, moderator] = (await Promise.all(people)).map((actor) => makeCtx(table, actor)) as [Ctx, Ctx, Ctx];
});

const keysOf = (id: UploadId) => (['full', 'thumbnail'] as const).map((size) => uploadUrl(id, size).slice(1));

async function upload(by = author): Promise<UploadId> {
  const id = await newUploadId(by);
  for (const key of keysOf(id)) await files.put(key, Buffer.from(`the picture ${key}`), 'image/webp');
  await recordUpload(by, id, { width: 8, height: 6 });
  return id;
}

async function raise(images: readonly UploadId[], over: { draft?: boolean } = {}): Promise<ChallengeId> {
  const pictures = images.map((id) => ({ id, alt: 'Ngã tư ngập' }));
  return (await raiseChallenge(author, makeNewChallenge({ images: pictures, ...over }))).id;
}

async function answer(to: ChallengeId, image: UploadId): Promise<SolutionId> {
  const images = [{ id: image, alt: 'Bể nước' }];
  const { id } = await draftSolution(author, to, makeNewSolution({ images }));
  await submitSolution(author, id);
  return id;
}

/** Whether everybody gets a picture, once all that was written has been followed: in both sizes, as it was, or in none. */
async function isServed(id: UploadId): Promise<boolean> {
  await settle();
  const found = keysOf(id).map((key) => stored.get(key));
  for (const [index, key] of keysOf(id).entries()) {
    expect(Buffer.from((await files.get(key))!).toString()).toBe(`the picture ${key}`);
    expect(found[index] === undefined, 'both sizes').toBe(found[0] === undefined);
  }
  return found[0] !== undefined;
}

it('a hidden challenge takes its pictures along, and brings them back', async () => {
  const [first, second] = [await upload(), await upload()];
  const challenge = await raise([first, second]);
  expect([await isServed(first), await isServed(second)]).toEqual([true, true]);
  for (let time = 0; time < 2; time++) {
    await decide(moderator, challenge, 'hide');
    expect([await isServed(first), await isServed(second)]).toEqual([false, false]);
    await decide(moderator, challenge, 'restore');
    expect([await isServed(first), await isServed(second)]).toEqual([true, true]);
  }
});

it('a picture that is taken out goes, and comes back when that is overturned', async () => {
  const [first, second] = [await upload(), await upload()];
  const challenge = await raise([first, second]);
  const decision = await decide(moderator, challenge, 'redact', { pictures: [first] });
  expect([await isServed(first), await isServed(second)]).toEqual([false, true]);
  await overturn(author, moderator, decision);
  expect([await isServed(first), await isServed(second)]).toEqual([true, true]);
});

it('what was taken out of a hidden challenge comes back with neither alone', async () => {
  const picture = await upload();
  const challenge = await raise([picture]);
  const decision = await decide(moderator, challenge, 'redact', { pictures: [picture] });
  await decide(moderator, challenge, 'hide');
  await overturn(author, moderator, decision);
  expect(await isServed(picture)).toBe(false);
  await decide(moderator, challenge, 'restore');
  expect(await isServed(picture)).toBe(true);
});

it('what is taken out of a post that waits is served no more, published or not', async () => {
  const picture = await upload();
  const challenge = await raise([picture], { draft: true });
  await table.client.send(
    new UpdateCommand({
      TableName: table.tableName,
      Key: cardKey(challenge),
      UpdateExpression: 'SET #status = :pending',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':pending': 'pending' },
    }),
  );
  expect(await isServed(picture)).toBe(true);
  await decide(moderator, challenge, 'redact', { pictures: [picture] });
  expect(await isServed(picture)).toBe(false);
});

it('a picture that two challenges show is served while one of them is there', async () => {
  const picture = await upload();
  const [one, two] = [await raise([picture]), await raise([picture])];
  await decide(moderator, one, 'hide');
  expect(await isServed(picture)).toBe(true);
  await decide(moderator, two, 'hide');
  expect(await isServed(picture)).toBe(false);
  await decide(moderator, one, 'restore');
  expect(await isServed(picture)).toBe(true);
  await decide(moderator, one, 'redact', { pictures: [picture] });
  expect(await isServed(picture)).toBe(false);
});

it('what answers a hidden challenge loses its pictures with it, what was withdrawn too', async () => {
  const [above, below, withdrawn] = [await upload(), await upload(), await upload()];
  const challenge = await raise([above]);
  await answer(challenge, below);
  await withdrawSolution(author, await answer(challenge, withdrawn));
  const all = async () => [await isServed(above), await isServed(below), await isServed(withdrawn)];
  expect(await all()).toEqual([true, true, true]);
  await decide(moderator, challenge, 'hide');
  expect(await all()).toEqual([false, false, false]);
  await decide(moderator, challenge, 'restore');
  expect(await all()).toEqual([true, true, true]);
});

it('also where there are more answers than one step looks at', async () => {
  const picture = await upload();
  const challenge = await raise([]);
  for (let count = 0; count < 20; count++) await draftSolution(other, challenge, makeNewSolution());
  await answer(challenge, picture);
  expect(await isServed(picture)).toBe(true);
  await decide(moderator, challenge, 'hide');
  expect(await isServed(picture)).toBe(false);
});

it('what its author removes is gone too; from a draft, nothing is left that it was there', async () => {
  const picture = await upload();
  const [open, draft] = [await raise([picture]), await raise([picture], { draft: true })];
  const isKnown = async (of: ChallengeId) =>
    (await getItem(author, showingKey(picture, of), { consistent: true }))?.shown;
  expect([await isKnown(open), await isKnown(draft)]).toEqual([true, true]);
  await editChallenge(author, open, { version: 1, images: [] });
  expect(await isServed(picture)).toBe(false);
  await editChallenge(author, draft, { version: 1, images: [] });
  expect([await isKnown(open), await isKnown(draft)]).toEqual([false, undefined]);
  await editChallenge(author, draft, { version: 2, images: [{ id: picture, alt: '' }] });
  expect(await isServed(picture), 'a draft serves nothing again').toBe(false);
  await editChallenge(author, draft, { version: 3, draft: false });
  expect(await isServed(picture)).toBe(true);
});

it('a draft serves its pictures, whatever becomes of it before it is public', async () => {
  const picture = await upload();
  const draft = await raise([picture], { draft: true });
  await editChallenge(author, draft, { version: 1, images: [] });
  expect(await isServed(picture)).toBe(true);
  await discardChallenge(author, await raise([picture], { draft: true }));
  expect(await isServed(picture)).toBe(true);
});

it('what was hidden by a release that knew of no showings is withheld once the migration has run', async () => {
  const picture = await upload();
  const challenge = await raise([picture]);
  await table.client.send(new DeleteCommand({ TableName: table.tableName, Key: showingKey(picture, challenge) }));
  await decide(moderator, challenge, 'hide');
  expect(await isServed(picture)).toBe(true);
  await runMigrations(author, [showings], { until: new Date('2100-01-01') });
  expect(await isServed(picture)).toBe(false);
});

/** Runs the worker for a picture, as a queue does. Whether the message is done. */
async function run(picture: UploadId): Promise<boolean> {
  const body = JSON.stringify({ requestId: 'test', message: { upload: picture } });
  const Records = [{ messageId: '1', body, attributes: { ApproximateReceiveCount: '1' } }];
  const answer = await handler({ Records } as unknown as SQSEvent, {} as Context, () => undefined);
  return (answer as SQSBatchResponse).batchItemFailures.length === 0;
}

/** Files that do something in the midst of the first call of one method. */
function interrupted(method: 'serve' | 'withhold', meanwhile: () => Promise<void>): FileStore {
  let isFirst = true;
  return {
    ...files,
    async [method](keys: readonly string[]) {
      if (isFirst && keys.length > 0) {
        isFirst = false;
        await meanwhile();
      }
      await files[method](keys);
    },
  };
}

it('what is hidden while a worker serves it again is withheld in the end, and the other way round', async () => {
  const picture = await upload();
  const challenge = await raise([picture]);
  await decide(moderator, challenge, 'hide');
  expect(await isServed(picture)).toBe(false);
  await decide(moderator, challenge, 'restore');
  const hide = async () => {
    await decide(moderator, challenge, 'hide');
    await run(picture);
  };
  usePorts({ mailer, files: interrupted('serve', hide) });
  expect(await run(picture)).toBe(true);
  expect(keysOf(picture).map((key) => stored.has(key))).toEqual([false, false]);

  const restore = async () => {
    await decide(moderator, challenge, 'restore');
    await run(picture);
  };
  usePorts({ mailer, files: interrupted('withhold', restore) });
  expect(await run(picture)).toBe(true);
  expect(keysOf(picture).map((key) => stored.has(key))).toEqual([true, true]);
});

it('a worker that fails in the midst is run again, and ends what it began', async () => {
  const picture = await upload();
  const challenge = await raise([picture]);
  await settle();
  await decide(moderator, challenge, 'hide');
  const [full, small] = keysOf(picture) as [string, string];
  const failing = async () => {
    await files.withhold([full]);
    throw new Error('The network is down.');
  };
  usePorts({ mailer, files: interrupted('withhold', failing) });
  expect(await run(picture)).toBe(false);
  expect([stored.has(full), stored.has(small)]).toEqual([false, true]);
  expect(await run(picture)).toBe(true);
  expect(await run(picture), 'told twice').toBe(true);
  expect(await isServed(picture)).toBe(false);
});
