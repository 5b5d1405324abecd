/** Flags over HTTP: what is off refuses to write and says so, everything is still read, and one can still sign out. */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { switches } from '@hanoi/core/api/switch';
import { allEndpoints } from '@hanoi/core/contracts';
import { flagsKey } from '@hanoi/core/db/keys';
import { getFlags } from '@hanoi/core/flag/in-force';
import { canBeOff } from '@hanoi/core/flag/rules';
import { defaultFlags, type FlagName, type Flags } from '@hanoi/core/flag/schema';
import { setFlag } from '@hanoi/core/flag/service';
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { makeCtx } from '@hanoi/core/testing/context';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { useApi } from '../testing/api.ts';

const api = useApi();
const operator = () => makeCtx(api.table, { kind: 'system', name: 'test' });
const set = <Name extends FlagName>(name: Name, value: Flags[Name]) => setFlag(operator(), name, value);

let token: string;
let id: string;
const comment = () => api.call('POST', `/challenges/${id}/comments`, { token, body: { body: 'Đúng vậy' } });
const raise = (headers = {}) => api.call('POST', '/challenges', { token, headers, body: makeNewChallenge() });

beforeAll(async () => {
  token = (await api.signInAs()).token;
  id = (await raise()).json.id;
});
afterEach(async () => {
  const flags = await getFlags(operator());
  for (const name of Object.keys(defaultFlags) as FlagName[])
    if (flags[name] !== defaultFlags[name]) await set(name, defaultFlags[name]);
});

it('a feature that is off refuses to write, in both languages, and all else goes on', async () => {
  await set('comments', false);
  const refused = await comment();
  expect(refused).toMatchObject({ status: 503, json: { code: 'feature_off', flag: 'comments' } });
  expect(refused.headers['retry-after']).toBe('60');
  expect(refused.json.title).toBe('Phần này đang tạm dừng');
  const english = await api.call('POST', `/challenges/${id}/comments`, {
    token,
    headers: { 'accept-language': 'en' },
    body: { body: 'So it is' },
  });
  expect(english.json.title).toBe('This part is paused for now');
  expect((await api.call('GET', `/challenges/${id}/comments`)).status).toBe(200);
  expect((await raise()).status).toBe(201);
  await set('comments', true);
  expect((await comment()).status).toBe(201);
});

it('asks an electronic identity for the acts that are named, of those who have none, and never to take back', async () => {
  const verified = await api.signInAs({ assurance: 'eid' });
  const support = (who: string, method = 'PUT') => api.call(method, `/challenges/${id}/support`, { token: who });
  await support(token);
  await set('eid', ['comments', 'support']);
  const refused = await comment();
  expect(refused).toMatchObject({ status: 403, json: { code: 'eid_required', act: 'comments' } });
  expect(refused.json.title).toBe('Việc này cần tài khoản đã xác thực bằng định danh điện tử');
  expect((await support(token)).json).toMatchObject({ code: 'eid_required', act: 'support' });
  expect((await support(token, 'DELETE')).status).toBe(200);
  expect((await raise()).status).toBe(201);
  expect((await support(verified.token)).status).toBe(200);
  await set('eid', []);
  expect((await comment()).status).toBe(201);
});

it('in the read-only mode nothing is written, yet one can sign out', async () => {
  const leaving = await api.signInAs();
  await set('readOnly', true);
  const before = await api.everything();
  for (const refused of [
    await comment(),
    await raise(),
    await api.call('PATCH', '/me', { token, body: { name: 'A' } }),
  ])
    expect(refused).toMatchObject({ status: 503, json: { code: 'feature_off', flag: 'readOnly' } });
  expect(await api.everything()).toEqual(before);
  expect((await api.call('GET', `/challenges/${id}`)).status).toBe(200);
  expect((await api.call('DELETE', '/auth/sessions/current', { token: leaving.token })).status).toBe(204);
});

it('with signing in off, neither way in is open, the one by address included', async () => {
  await set('signIn', false);
  const code = await api.call('POST', '/auth/codes', { body: { email: 'lan@example.vn' } });
  const oidc = await api.call('GET', '/auth/oidc/start');
  for (const refused of [code, oidc]) expect(refused).toMatchObject({ status: 503, json: { flag: 'signIn' } });
});

it('pages can read the flags, and what they shall say', async () => {
  const banner = { vi: 'Tối nay bảo trì.', en: 'Maintenance tonight.' };
  expect((await api.call('GET', '/flags')).json).toEqual(defaultFlags);
  await set('banner', banner);
  expect((await api.call('GET', '/flags')).json).toEqual({ ...defaultFlags, banner });
});

it('another process follows within half a minute, without asking the table each time', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    expect((await comment()).status).toBe(201);
    const Item = { ...flagsKey, set: { comments: false }, version: 100 };
    await api.table.client.send(new PutCommand({ TableName: api.table.tableName, Item }));
    expect((await comment()).status).toBe(201);
    vi.setSystemTime(Date.now() + 31_000);
    expect((await comment()).json.flag).toBe('comments');
  } finally {
    vi.useRealTimers();
  }
});

it('a person may set nothing; two operators at once do not undo each other', async () => {
  const person = makeCtx(api.table, { kind: 'anonymous' });
  await expect(setFlag(person, 'readOnly', true)).rejects.toMatchObject({ code: 'not_allowed' });
  const outcomes = await Promise.allSettled([set('uploads', false), set('support', false)]);
  const flags = await getFlags(operator());
  const done = outcomes.filter(({ status }) => status === 'fulfilled').length;
  expect([flags.uploads, flags.support].filter((on) => !on)).toHaveLength(done);
  const kept = (await api.everything()).filter(({ sk }) => String(sk).startsWith('CHANGE#'));
  expect(kept.at(-1)).toMatchObject({ by: 'test', from: true, to: false });
});

describe('the contracts', () => {
  it('every switch switches something', () => {
    const used = new Set(allEndpoints().map(({ endpoint }) => endpoint.switch));
    expect(switches.filter((name) => !used.has(name))).toEqual([]);
  });

  it('what reads is never refused, and only signing out, setting flags and repairs write at all times', () => {
    const steady = allEndpoints().filter(
      ({ endpoint }) => endpoint.method !== 'GET' && !endpoint.writesNothing && !canBeOff(endpoint),
    );
    expect(steady.map(({ name }) => name)).toEqual([
      'signOutPerson',
      'retryDeadLetter',
      'discardDeadLetter',
      'setFlag',
      'closeSession',
      'runJob',
      'endSession',
      'endOtherSessions',
    ]);
  });
});
