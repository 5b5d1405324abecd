/** Programmes as administrators keep them: made, renamed, retired and brought back; what challenges, filters and drafts meet meanwhile. */
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { makeNewProgramme } from '@hanoi/core/testing/programme';
import { beforeAll, expect, it } from 'vitest';
import { expectRefused } from '../http/testing-refusal.ts';
import { type SignedIn, useApi } from '../testing/api.ts';

const api = useApi();
let admin: SignedIn;
let author: SignedIn;
beforeAll(async () => {
  admin = await api.signInAs({ roles: ['administrator'] });
  author = await api.signInAs();
});
const reason = 'Kế hoạch mới của thành phố';
const asAdmin = (method: 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, body: object) =>
  api.call(method, path, { token: admin.token, body });
const create = async (over: object = {}) => (await asAdmin('POST', '/programmes', makeNewProgramme(over))).json;
const raise = (programme: string, over: object = {}) =>
  api.call('POST', '/challenges', { token: author.token, body: { ...makeNewChallenge(over), programme } });
const edit = (id: string, body: object) => api.call('PATCH', `/challenges/${id}`, { token: author.token, body });

it('a new one gets the next code, is told to everybody, and takes challenges at once', async () => {
  const made = await create({ restricted: false, from: '2026-01-01', to: '2030-12-31' });
  expect(made).toMatchObject({ code: 'P10', order: 10, from: '2026-01-01', version: 1, retiredAt: null });
  const { items } = (await api.call('GET', '/programmes')).json;
  expect(items.map(({ code }: { code: string }) => code)).toEqual([...'123456789'].map((n) => `P${n}`).concat('P10'));
  const { json } = await raise(made.code);
  expect(json).toMatchObject({ programme: 'P10', status: 'open' });
  expect((await api.call('GET', '/challenges?programme=P10')).json.items).toMatchObject([{ id: json.id }]);
  expect((await api.call('GET', '/figures')).json.byProgramme).toMatchObject({ P9: 0, P10: expect.any(Number) });
});

it('a code is used once; names are taken once; each wrong field is named', async () => {
  const chosen = await create({ code: 'KH26' });
  expect(chosen.code).toBe('KH26');
  const given = (body: object) => ({ token: admin.token, body });
  for (const code of ['KH26', 'P4'])
    await expectRefused(api, 'programme_exists', 'POST', '/programmes', given(makeNewProgramme({ code })));
  const refused = async (over: object) => {
    const body = { ...makeNewProgramme(), ...over };
    return (await expectRefused(api, 'invalid_input', 'POST', '/programmes', given(body))).json.errors;
  };
  expect(await refused({ name: chosen.name })).toMatchObject([{ path: '/name', code: 'name_taken' }]);
  expect(await refused({ name: 'x', short: 'y'.repeat(41) })).toMatchObject([{ path: '/name' }, { path: '/short' }]);
  expect(await refused({ from: '2030-01-01', to: '2029-01-01' })).toMatchObject([{ path: '/to' }]);
  expect(await refused({ from: '2026-02-30' })).toMatchObject([{ path: '/from' }]);
  expect(await refused({ code: 'p-1' })).toMatchObject([{ path: '/code' }]);
  expect(await refused({ order: 0 })).toMatchObject([{ path: '/order' }]);
  const taken = given({ nameEn: chosen.nameEn, reason });
  const renaming = await expectRefused(api, 'invalid_input', 'PATCH', '/programmes/P2', taken);
  expect(renaming.json.errors).toMatchObject([{ path: '/nameEn', code: 'name_taken' }]);
  await expectRefused(api, 'programme_not_found', 'PATCH', '/programmes/Q77', given({ reason, order: 3 }));
});

it('of five that are made at once each gets a code of its own; of two that choose the same code one does', async () => {
  const all = await Promise.all(Array.from({ length: 5 }, () => asAdmin('POST', '/programmes', makeNewProgramme())));
  expect(all.map(({ status }) => status)).toEqual(Array(5).fill(201));
  expect(new Set(all.map(({ json }) => json.code)).size).toBe(5);
  const two = await Promise.all([1, 2].map(() => asAdmin('POST', '/programmes', makeNewProgramme({ code: 'TW' }))));
  expect(two.map(({ status }) => status).toSorted()).toEqual([201, 409]);
});

it('a renamed one keeps the names it had, and says who renamed it; of two at once the second is told', async () => {
  const { name, nameEn } = (await create({ code: 'RN' })) as { name: string; nameEn: string };
  const change = { name: 'Thành phố bên sông Hồng', short: 'Sông Hồng', reason, version: 1 };
  const { json } = await asAdmin('PATCH', '/programmes/RN', change);
  expect(json).toMatchObject({ name: change.name, nameEn, formerNames: [name], version: 2 });
  const given = { token: admin.token, body: change };
  const refusal = await expectRefused(api, 'version_conflict', 'PATCH', '/programmes/RN', given);
  expect(refusal.json.currentVersion).toBe(2);
  expect((await asAdmin('PATCH', '/programmes/RN', { ...change, version: 2 })).json.version).toBe(2);
  const racing = ['Một tên', 'Hai tên'].map((one) =>
    asAdmin('PATCH', '/programmes/RN', { name: one, reason, version: 2 }),
  );
  expect((await Promise.all(racing)).map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const { changes } = (await api.call('GET', '/admin/programmes', { token: admin.token })).json;
  expect(changes[1]).toMatchObject({ code: 'RN', move: 'changed', before: { name }, who: admin.name, reason });
  const audited = (await api.call('GET', '/admin/audit?subject=programme:RN', { token: admin.token })).json.items;
  expect(audited.map(({ action }: { action: string }) => action)).toEqual([
    'programme_changed',
    'programme_changed',
    'programme_created',
  ]);
  expect(JSON.stringify(audited)).not.toContain('Hồng');
});

it('nothing new gets into a retired one; what is there stays, is edited and found; brought back it takes challenges', async () => {
  await create({ code: 'RT' });
  const open = (await raise('RT')).json;
  const draft = (await raise('RT', { draft: true })).json;
  const elsewhere = (await raise('P5')).json;
  const retired = (await asAdmin('PUT', '/programmes/RT/retirement', { reason, version: 1 })).json;
  expect(retired).toMatchObject({ retiredAt: expect.any(String), version: 2 });
  expect((await asAdmin('PUT', '/programmes/RT/retirement', { reason, version: 2 })).json).toEqual(retired);

  const token = author.token;
  const body = { ...makeNewChallenge(), programme: 'RT' };
  const refusal = await expectRefused(api, 'programme_retired', 'POST', '/challenges', { token, body });
  expect(refusal.json.errors).toMatchObject([{ path: '/programme', code: 'programme_retired' }]);
  await expectRefused(api, 'programme_retired', 'POST', '/challenges', { token, body: { ...body, draft: true } });
  const opening = { token, body: { version: 1, draft: false } };
  await expectRefused(api, 'programme_retired', 'PATCH', `/challenges/${draft.id}`, opening);
  const moving = { token, body: { version: 1, programme: 'RT' } };
  await expectRefused(api, 'programme_retired', 'PATCH', `/challenges/${elsewhere.id}`, moving);

  expect((await edit(draft.id, { version: 1, title: 'Một tiêu đề khác hẳn lúc đầu' })).status).toBe(200);
  expect((await edit(open.id, { version: 1, title: 'Ngập sâu hơn sau mỗi trận mưa' })).json.programme).toBe('RT');
  expect((await api.call('GET', '/challenges?programme=RT')).json.items).toMatchObject([{ id: open.id }]);
  expect((await api.call('GET', '/search?programme=RT')).json.total).toBe(1);

  expect((await asAdmin('DELETE', '/programmes/RT/retirement', { reason })).json).toMatchObject({ retiredAt: null });
  expect((await raise('RT')).status).toBe(201);
});

it('a filter by a programme that there never was is refused, and so is a moderator’s scope', async () => {
  for (const path of ['/challenges?programme=ZZ', '/search?q=nước&programme=ZZ']) {
    const { json } = await expectRefused(api, 'invalid_input', 'GET', path);
    expect(json.errors).toMatchObject([{ path: '/programme', code: 'programme_unknown' }]);
  }
  const body = { role: 'moderator', programmes: ['P1', 'ZZ'], reason };
  const path = `/admin/people/${author.id}/roles`;
  const { json } = await expectRefused(api, 'invalid_input', 'POST', path, { token: admin.token, body });
  expect(json.errors).toMatchObject([{ path: '/programmes/1', code: 'programme_unknown' }]);
});
