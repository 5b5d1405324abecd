/** Administration over HTTP: what is sent wrong, the audit log as a table, flags set by a person. */
import { beforeAll, expect, it } from 'vitest';
import { expectRefused } from '../http/testing-refusal.ts';
import { type SignedIn, useApi } from '../testing/api.ts';

const api = useApi();
let admin: SignedIn;
let person: SignedIn;
beforeAll(async () => {
  admin = await api.signInAs({ roles: ['administrator'] });
  person = await api.signInAs();
});
const reason = 'Phụ trách phường';
const endsFirst = {
  vi: 'Bảo trì',
  en: 'Maintenance',
  from: '2026-11-29T22:00:00+07:00',
  until: '2026-11-29T14:00:00Z',
};

it.each<[string, string, string, object, string?]>([
  ['a role that is not given', 'POST', '/people/ID/roles', { role: 'citizen', reason }, '/role'],
  ['an expert of a ward', 'POST', '/people/ID/roles', { role: 'expert', wards: ['00070'], reason }, '/role'],
  ['a ward that is none', 'POST', '/people/ID/roles', { role: 'moderator', wards: ['x'], reason }, '/wards/0'],
  ['no reason', 'POST', '/people/ID/roles', { role: 'moderator' }, '/reason'],
  ['a reason that shows nothing', 'DELETE', '/people/ID/roles/moderator', { reason: '\u3164\u3164\u3164' }, '/reason'],
  ['a slug with a space', 'POST', '/organisations', { slug: 'so y', kind: 'agency', name: 'Sở Y tế', reason }, '/slug'],
  ['a flag that there is not', 'PUT', '/flags', { name: 'nonsense', value: true, reason }],
  ['a switch that is a text', 'PUT', '/flags', { name: 'comments', value: 'off', reason }],
  ['a banner in one language', 'PUT', '/flags', { name: 'banner', value: { vi: 'Bảo trì' }, reason }],
  ['a banner that ends first', 'PUT', '/flags', { name: 'banner', value: endsFirst, reason }],
])('refuses %s', async (_, method, path, body, at) => {
  const given = { token: admin.token, body };
  const { json } = await expectRefused(api, 'invalid_input', method, `/admin${path.replace('ID', person.id)}`, given);
  if (at) expect(json.errors[0].path).toBe(at);
});

it.each(['day=2026-02-30', 'day=yesterday', 'action=DROP', 'subject=Chị%20Lan', 'limit=0', 'cursor=x', 'nonsense=1'])(
  'refuses a search of the log by %s',
  async (query) => {
    const { status } = await api.call('GET', `/admin/audit?${query}`, { token: admin.token });
    expect(status).toBe(400);
  },
);

it('a ward that is unknown, and people and organisations that are not there', async () => {
  const { token } = admin;
  const body = { role: 'moderator', wards: ['99999'], reason };
  await expectRefused(api, 'ward_unknown', 'POST', `/admin/people/${person.id}/roles`, { token, body });
  const nobody = 'per_01JDB8N0P4X7K2M9QW5T3RZ6VA';
  await expectRefused(api, 'person_not_found', 'GET', `/admin/people/${nobody}`, { token });
  await expectRefused(api, 'person_not_found', 'POST', `/admin/people/${nobody}/sign-out`, { token });
  await expectRefused(api, 'not_found', 'GET', '/admin/people/lan', { token });
  const none = 'org_01JDB8N0P4X7K2M9QW5T3RZ6VA';
  await expectRefused(api, 'organisation_not_found', 'GET', `/admin/organisations/${none}`, { token });
});

it('the last administrator stays', async () => {
  const path = `/admin/people/${admin.id}/roles/administrator`;
  await expectRefused(api, 'last_administrator', 'DELETE', path, { token: admin.token, body: { reason } });
});

it('an administrator sets a flag, also while nothing else is written, and it says who and why', async () => {
  const { token } = admin;
  const set = (value: boolean) => api.call('PUT', '/admin/flags', { token, body: { name: 'readOnly', value, reason } });
  expect((await set(true)).json.readOnly).toBe(true);
  const role = { token, body: { role: 'expert', reason } };
  await expectRefused(api, 'feature_off', 'POST', `/admin/people/${person.id}/roles`, role);
  expect((await set(false)).json.readOnly).toBe(false);
  const { json } = await api.call('GET', '/admin/flags', { token });
  expect(json.flags.readOnly).toBe(false);
  expect(json.changes).toMatchObject([
    { name: 'readOnly', to: false, by: admin.id, reason },
    { name: 'readOnly', to: true, by: admin.id, who: admin.name, reason },
  ]);
});

it('of two administrators who have the same page open, the second is told that flags were set since', async () => {
  const { token } = admin;
  const { version } = (await api.call('GET', '/admin/flags', { token })).json;
  const body = { name: 'uploads', value: false, reason, version };
  expect((await api.call('PUT', '/admin/flags', { token, body })).status).toBe(200);
  const second = { token, body: { ...body, name: 'support' } };
  const { json } = await expectRefused(api, 'version_conflict', 'PUT', '/admin/flags', second);
  expect(json.currentVersion).toBe(version + 1);
  const { flags } = (await api.call('GET', '/admin/flags', { token })).json;
  expect([flags.uploads, flags.support]).toEqual([false, true]);
  await api.call('PUT', '/admin/flags', { token, body: { ...body, value: true, version: version + 1 } });
});

it('a banner that begins later is known to administrators, and to nobody else yet', async () => {
  const { token } = admin;
  const value = { vi: 'Bảo trì', en: 'Maintenance', from: '2099-01-01T00:00:00.000Z' };
  await api.call('PUT', '/admin/flags', { token, body: { name: 'banner', value, reason } });
  expect((await api.call('GET', '/flags')).json.banner).toBeNull();
  expect((await api.call('GET', '/admin/flags', { token })).json.flags.banner).toEqual(value);
  await api.call('PUT', '/admin/flags', { token, body: { name: 'banner', value: null, reason } });
});

it('the audit log is read as a list and as a table, with the same rows', async () => {
  const { token } = admin;
  const { id } = await api.signInAs();
  await api.call('POST', `/admin/people/${id}/roles`, { token, body: { role: 'expert', reason } });
  await api.call('POST', `/admin/people/${id}/sign-out`, { token });
  const query = `subject=${id}`;
  const { items } = (await api.call('GET', `/admin/audit?${query}`, { token })).json;
  expect(items.map(({ action }: { action: string }) => action)).toEqual(['signed_out_everywhere', 'role_granted']);
  const { text, headers } = await api.call('GET', `/admin/audit.csv?${query}`, { token });
  expect(headers['content-disposition']).toBe('attachment; filename="audit.csv"');
  const [head, first, ...rest] = text.trim().split('\n');
  expect(head).toBe('id,at,by,action,subject,facts');
  expect(first).toBe(
    `${items[0].id},${items[0].at},${admin.id},signed_out_everywhere,${id},"{""sessions"":${items[0].facts.sessions}}"`,
  );
  expect(rest).toHaveLength(1);
  expect(text).not.toContain(reason);
});
