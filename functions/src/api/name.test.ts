/** Nothing is published under a name that nobody chose; all else works without one. */
import { defaultName } from '@hanoi/core/shared/default-name';
import { newId } from '@hanoi/core/shared/ids';
import { kindsWith, specOf, subjectKinds } from '@hanoi/core/subject/kinds';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectRefused } from '../http/testing-refusal.ts';
import { type SignedIn, useApi } from '../testing/api.ts';
import { kindCases } from '../testing/kinds.ts';

const api = useApi();
let author: SignedIn;
beforeAll(async () => {
  author = await api.signInAs();
});
let newcomers = 0;
const newcomer = () => api.signIn(`moi-${++newcomers}@example.vn`, null);
const choose = (token: string, name: string) => api.call('PATCH', '/me', { token, body: { name } });

describe.each(subjectKinds)('a %s', (kind) => {
  const { path } = specOf(kind);
  const { draft, publish } = kindCases[kind];

  it('is kept as a draft without a name, and published with one, which it shows at once', async () => {
    const { token, id: person } = await newcomer();
    // What a draft answers has to be published first.
    await choose(token, 'Tên tạm');
    const id = await draft(api, token, null);
    await choose(token, defaultName(person));
    await expect(publish(api, token, id)).rejects.toThrow('name_required');
    const { json } = await api.call('GET', `/${path}/${id}`, { token });
    expect(json).toMatchObject({ publishedAt: null, version: 1 });
    await choose(token, 'Trần Thị Ngõ');
    await publish(api, token, id);
    const named = { id: person, name: 'Trần Thị Ngõ' };
    expect((await api.call('GET', `/${path}/${id}`)).json.author).toEqual(named);
    const timeline = await api.call('GET', `/${path}/${id}/timeline`);
    expect(timeline.json.items.map((event: { actor: unknown }) => event.actor)).toContainEqual(named);
  });

  it('is supported and followed without one', async () => {
    const id = await draft(api, author.token, null);
    await publish(api, author.token, id);
    const { token } = await newcomer();
    for (const deed of ['support', 'follow'])
      expect((await api.call('PUT', `/${path}/${id}/${deed}`, { token })).status).toBeLessThan(300);
  });
});

it.each(kindsWith('comment'))('a comment on a %s is written with a name', async (kind) => {
  const { path } = specOf(kind);
  const id = await kindCases[kind].draft(api, author.token, null);
  await kindCases[kind].publish(api, author.token, id);
  const { token } = await newcomer();
  const given = { token, body: { body: 'Đúng vậy' } };
  await expectRefused(api, 'name_required', 'POST', `/${path}/${id}/comments`, given);
  await choose(token, 'Lê Hàng Xóm');
  const { status, json } = await api.call('POST', `/${path}/${id}/comments`, given);
  expect([status, json.author?.name]).toEqual([201, 'Lê Hàng Xóm']);
});

it('a challenge is not raised at once without one', async () => {
  const { token } = await newcomer();
  const body = kindCases.challenge.routes.raiseChallenge.body!(1);
  await expectRefused(api, 'name_required', 'POST', '/challenges', { token, body });
});

it('what an officer does for the agency says so on the timelines, and what a moderator does there names neither', async () => {
  const agency = {
    id: newId('organisation', { now: () => new Date() }),
    name: 'UBND phường Cửa Nam',
    kind: 'agency',
  } as const;
  const officer = await api.signInAs({ name: 'Nguyễn Văn An', memberships: [{ ...agency, role: 'editor' }] });
  const moderator = await api.signInAs({ name: 'Lê Điều Phối', roles: ['moderator'] });
  const { draft, publish, routes, end } = kindCases.challenge;
  const id = await draft(api, officer.token, agency.id);
  await publish(api, officer.token, id);
  const { version } = (await api.call('GET', `/challenges/${id}`)).json;
  const body = routes.editChallenge.body!(version);
  expect((await api.call('PATCH', `/challenges/${id}`, { token: officer.token, body })).status).toBe(200);
  await end(api, moderator.token, id);
  const { items } = (await api.call('GET', `/challenges/${id}/timeline`)).json;
  const said = items.map((event: { actor: { name: string } | null; organisation: { name: string } | null }) => [
    event.organisation?.name ?? null,
    event.actor?.name ?? null,
  ]);
  expect(items[0]).toMatchObject({ type: 'challenge_closed', moderators: true });
  expect(said).toEqual([
    [null, null],
    ['UBND phường Cửa Nam', 'Nguyễn Văn An'],
    ['UBND phường Cửa Nam', 'Nguyễn Văn An'],
  ]);
});
