/** Who gets a picture that not everybody sees: those who see what shows it, in every status; and whoever uploaded it. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { cardKey } from '@hanoi/core/db/keys';
import type { SubjectId } from '@hanoi/core/shared/ids';
import { type SubjectKind, specOf, statusesOf, statusSpec, subjectKinds } from '@hanoi/core/subject/kinds';
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { actAs, type Cast, makeCast } from '../http/testing-cast.ts';
import { type SignedIn, useApi } from '../testing/api.ts';
import { sendOk } from '../testing/kind-case.ts';
import { kindCases } from '../testing/kinds.ts';
import { useStream } from '../testing/stream.ts';

const api = useApi();
const { settle } = useStream(api.table);
let cast: Cast;
beforeAll(async () => {
  cast = await makeCast(api);
});

async function upload({ token }: SignedIn): Promise<string> {
  const raw = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  return (await api.call('POST', '/uploads', { token, raw, headers: { 'content-type': 'image/png' } })).json.id;
}

async function place(id: string, status: string, publishedAt: string | null) {
  await api.table.client.send(
    new UpdateCommand({
      TableName: api.table.tableName,
      Key: cardKey(id as SubjectId),
      UpdateExpression: 'SET #status = :status, publishedAt = :at',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':status': status, ':at': publishedAt },
    }),
  );
}

/** Those who did not upload it: a colleague of the author did, who edits for the same organisation. */
const viewers = ['nobody', 'citizen', 'author', 'moderator', 'administrator'] as const;

describe.each(subjectKinds)('of a %s', (kind: SubjectKind) => {
  let id: string;
  let picture: string;
  beforeAll(async () => {
    const { path } = specOf(kind);
    picture = await upload(cast.colleague);
    id = await kindCases[kind].draft(api, cast.author.token, cast.organisation);
    await kindCases[kind].publish(api, cast.author.token, id);
    const { version } = (await api.call('GET', `/${path}/${id}`, { token: cast.colleague.token })).json;
    const body = { version, images: [{ id: picture, alt: 'Ngã tư' }] };
    expect((await api.call('PATCH', `/${path}/${id}`, { token: cast.colleague.token, body })).status).toBe(200);
  });

  it.each(statusesOf(kind))('that is %s', async (status) => {
    const wasPublished = status !== 'draft' && status !== 'pending';
    await place(id, status, wasPublished ? '2026-03-01T08:00:00.000Z' : null);
    const { seen } = statusSpec(kind, status);
    const actual: Record<string, unknown> = {};
    for (const who of viewers) {
      const { status, headers } = await api.call('GET', `/uploads/${picture}?of=${id}`, actAs(cast, who));
      actual[who] = status;
      expect(headers['cache-control'] ?? 'no-store', who).toContain('no-store');
    }
    const [all, moderators] = [seen === 'everyone' ? 200 : 404, seen === 'makers' ? 404 : 200];
    const expected = { nobody: 401, citizen: all, author: 200, moderator: moderators, administrator: moderators };
    expect(actual).toEqual(expected);
    const own = await api.call('GET', `/${specOf(kind).path}/${id}`, { token: cast.author.token });
    const address = seen === 'everyone' ? `/media/${picture}.webp` : `/api/v1/uploads/${picture}?of=${id}`;
    expect(own.json.images[0].url).toBe(address);
  });
});

it('a hidden picture is at no public address; its author and moderators get it by the addresses they are given', async () => {
  const { author, citizen, moderator } = cast;
  const picture = await upload(author);
  const body = makeNewChallenge({ images: [{ id: picture, alt: 'Ngã tư' }] });
  const id = await sendOk(api, 'POST', '/challenges', author.token, body);
  const item = await sendOk(api, 'POST', '/moderation/items', moderator.token, { subject: id, reason: 'hate' });
  const decision = { action: 'hide', reason: 'hate', note: 'Xúc phạm' };
  const [full, small] = [`media/${picture}.webp`, `media/${picture}-s.webp`];
  const bytes = [full, small].map((key) => Buffer.from(api.files.get(key)!).toString('latin1'));
  await sendOk(api, 'POST', `/moderation/items/${item}/decisions`, moderator.token, decision);
  await settle();
  expect([full, small].map((key) => api.files.has(key))).toEqual([false, false]);

  const [image] = (await api.call('GET', `/challenges/${id}`, { token: author.token })).json.images;
  const [mine] = (await api.call('GET', '/me/challenges', { token: author.token })).json.items;
  const { pictures } = (await api.call('GET', `/moderation/items/${item}`, { token: moderator.token })).json;
  expect([mine.images[0].url, pictures[0].url]).toEqual([image.url, image.url]);
  const below = (url: string) => url.replace('/api/v1', '');
  for (const { token } of [author, moderator]) {
    const found = await Promise.all(
      [image.url, image.thumbnailUrl].map((url) => api.call('GET', below(url), { token })),
    );
    expect(found.map(({ status, headers, text }) => [status, headers['content-type'], text])).toEqual(
      bytes.map((text) => [200, 'image/webp', text]),
    );
  }
  expect((await api.call('GET', below(image.url), { token: citizen.token })).json.code).toBe('upload_not_found');
  // Of something that does not show it, or of nothing, it is its owner's alone.
  const elsewhere = await sendOk(api, 'POST', '/challenges', citizen.token, makeNewChallenge());
  for (const query of ['', `?of=${elsewhere}`]) {
    const asked = (token: string) => api.call('GET', `/uploads/${picture}${query}`, { token });
    expect([(await asked(author.token)).status, (await asked(moderator.token)).status]).toEqual([200, 404]);
  }
  const missing = '/uploads/upl_01JDB8N0P4X7K2M9QW5T3RZ6VA';
  expect((await api.call('GET', missing, { token: moderator.token })).json.code).toBe('upload_not_found');
});

it('a picture that was taken out is seen by its owner, and by who decides about the appeal', async () => {
  const { author, citizen, moderator, administrator } = cast;
  const picture = await upload(author);
  const id = await sendOk(api, 'POST', '/challenges', author.token, makeNewChallenge({ images: [{ id: picture }] }));
  const item = await sendOk(api, 'POST', '/moderation/items', moderator.token, { subject: id, reason: 'hate' });
  const redact = { action: 'redact', reason: 'hate', note: 'Xúc phạm', pictures: [picture] };
  const decided = await sendOk(api, 'POST', `/moderation/items/${item}/decisions`, moderator.token, redact);
  await sendOk(api, 'POST', `/decisions/${decided}/appeal`, author.token, { text: 'Ảnh này do chính tôi chụp' });
  await settle();
  const queue = await api.call('GET', '/moderation/queue?kind=appeal&limit=100', { token: administrator.token });
  const waiting = queue.json.items.find(({ subject }: { subject: { id: string } }) => subject.id === id);
  const whole = await api.call('GET', `/moderation/items/${waiting.id}`, { token: administrator.token });
  expect(whole.json).toMatchObject({ pictures: [], takenOut: { passages: [], pictures: [{ id: picture }] } });
  const address = whole.json.takenOut.pictures[0].url.replace('/api/v1', '');
  const seen = async (path: string) => {
    const people = [administrator, author, citizen];
    return Promise.all(people.map(async ({ token }) => (await api.call('GET', path, { token })).status));
  };
  expect(await seen(address)).toEqual([200, 200, 404]);
  expect(await seen(`/uploads/${picture}`)).toEqual([404, 200, 404]);
});
