/** Suspended people over HTTP: every route that writes refuses them, but for those that the contracts leave open. */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { allEndpoints } from '@hanoi/core/contracts';
import { personKey } from '@hanoi/core/db/keys';
import { canBeSuspended } from '@hanoi/core/person/rules';
import { newId } from '@hanoi/core/shared/ids';
import { beforeAll, expect, it } from 'vitest';
import { type SignedIn, useApi } from '../testing/api.ts';

const api = useApi();
const clock = { now: () => new Date() };
const until = (ms: number) => [
  { kind: 'suspend' as const, until: new Date(Date.now() + ms).toISOString(), decision: newId('decision', clock) },
];
let suspended: SignedIn;
beforeAll(async () => {
  suspended = await api.signInAs({ restrictions: until(86_400_000), roles: ['moderator', 'administrator'] });
});

const writes = allEndpoints().filter(({ endpoint }) => endpoint.method !== 'GET' && endpoint.access !== 'anyone');

it('what stays open to them: leaving, their own account, an appeal; and what writes nothing', () => {
  const open = writes.filter(({ endpoint }) => !canBeSuspended(endpoint)).map(({ name }) => name);
  const leaving = ['closeSession', 'endSession', 'endOtherSessions'];
  expect(open.toSorted()).toEqual([...leaving, 'editMe', 'appeal'].toSorted());
});

it.each(writes.filter(({ endpoint }) => canBeSuspended(endpoint)))('$name says until when', async ({ endpoint }) => {
  const { token } = suspended;
  const { status, json } = await api.call(endpoint.method, endpoint.path.replace(/\{\w+\}/, 'x'), { token, body: {} });
  expect({ status, code: json.code, until: json.until }).toEqual({
    status: 403,
    code: 'suspended',
    until: expect.stringMatching(/^\d{4}-/),
  });
});

it('is told in both languages, with the day in Hanoi', async () => {
  const { token, id } = await api.signInAs();
  const person = (await api.everything()).find(({ pk, sk }) => pk === id && sk === 'PERSON')!;
  const end = { kind: 'suspend', until: '2099-12-31T17:30:00.000Z', decision: newId('decision', clock) };
  const Item = { ...person, ...personKey(id), restrictions: [end] };
  await api.table.client.send(new PutCommand({ TableName: api.table.tableName, Item }));
  const refused = async (language: string) =>
    (await api.call('POST', '/challenges', { token, body: {}, headers: { 'accept-language': language } })).json.detail;
  expect(await refused('vi')).toContain('từ 00:30, 1/1/2100');
  expect(await refused('en')).toContain('from 00:30, 01/01/2100');
  expect((await api.call('GET', '/me', { token })).json).toMatchObject({
    suspendedUntil: end.until,
    limitedUntil: null,
  });
  expect((await api.call('PATCH', '/me', { token, body: { language: 'en' } })).status).toBe(200);
  expect((await api.call('DELETE', '/auth/sessions/current', { token })).status).toBe(204);
});

it('write again once it is over, and as long as they are only limited', async () => {
  const over = await api.signInAs({ restrictions: until(-1) });
  const limited = await api.signInAs({
    restrictions: until(86_400_000).map((one) => ({ ...one, kind: 'limit' as const })),
  });
  for (const { token } of [over, limited])
    expect((await api.call('POST', '/challenges', { token, body: {} })).json.code).toBe('invalid_input');
});
