/** Where one is signed in: seen and ended by oneself alone. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { sessionKey } from '@hanoi/core/db/keys';
import { sha256 } from '@hanoi/core/shared/hash';
import { expect, it } from 'vitest';
import { useApi } from '../testing/api.ts';

const { call, mails, signIn, table } = useApi();

const sessionsOf = async (token: string) => {
  const { status, json } = await call('GET', '/me/sessions', { token });
  return { status, items: json.items as { id: string; isCurrent: boolean; way: string; signedInAt: string }[] };
};
const isOpen = async (token: string) => (await call('GET', '/me', { token })).status === 200;
const threeOf = async (email: string) => {
  const tokens: string[] = [];
  for (let time = 0; time < 3; time++) tokens.push((await signIn(email)).token);
  return tokens as [string, string, string];
};

it('shows each sign-in that holds, newest first, and which one asks; never a token', async () => {
  const [, asking] = await threeOf('lan@example.vn');
  const { status, items } = await sessionsOf(asking);
  expect(status).toBe(200);
  expect(items.map(({ way, isCurrent }) => [way, isCurrent])).toEqual([
    ['code', false],
    ['code', true],
    ['code', false],
  ]);
  expect(items.map(({ signedInAt }) => signedInAt)).toEqual(
    items
      .map(({ signedInAt }) => signedInAt)
      .sort()
      .reverse(),
  );
  expect(JSON.stringify(items)).not.toContain(asking.split('.')[1]);
});

it('shows one from before the way of signing in was kept', async () => {
  const { token, id } = await signIn('cu@example.vn');
  const { tableName: TableName, client } = table;
  const Key = sessionKey(id, sha256(token));
  await client.send(new UpdateCommand({ TableName, Key, UpdateExpression: 'REMOVE way' }));
  const { status, items } = await sessionsOf(token);
  expect(status).toBe(200);
  expect(items).toMatchObject([{ isCurrent: true }]);
});

it('ends one, at once, and no more when it is done again', async () => {
  const [first, second, third] = await threeOf('minh@example.vn');
  const { items } = await sessionsOf(third);
  const oldest = items.at(-1)!;
  for (let time = 0; time < 2; time++)
    expect((await call('DELETE', `/me/sessions/${oldest.id}`, { token: third })).status).toBe(204);
  expect(await Promise.all([first, second, third].map(isOpen))).toEqual([false, true, true]);
});

it('ends all others', async () => {
  const tokens = await threeOf('hoa@example.vn');
  expect((await call('DELETE', '/me/sessions', { token: tokens[1] })).status).toBe(204);
  expect(await Promise.all(tokens.map(isOpen))).toEqual([false, true, false]);
  expect((await sessionsOf(tokens[1])).items).toHaveLength(1);
});

it('leaves the sessions of others alone', async () => {
  const { token: mine } = await signIn('nga@example.vn');
  const { token: theirs } = await signIn('phuc@example.vn');
  const [session] = (await sessionsOf(theirs)).items;
  await call('DELETE', `/me/sessions/${session!.id}`, { token: mine });
  await call('DELETE', '/me/sessions', { token: mine });
  expect(await isOpen(theirs)).toBe(true);
});

it('signing in again ends the session the browser had', async () => {
  const email = 'quang@example.vn';
  const { token } = await signIn(email);
  await call('POST', '/auth/codes', { body: { email } });
  const code = mails.findLast(({ to }) => to === email)!.subject.slice(0, 6);
  const wrong = await call('POST', '/auth/sessions', {
    token,
    body: { email, code: code === '000000' ? '1' : '000000' },
  });
  expect(wrong.status).toBe(401);
  expect(await isOpen(token), 'a wrong code ends nothing').toBe(true);
  const { status, json } = await call('POST', '/auth/sessions', { token, body: { email, code } });
  expect(status).toBe(201);
  expect([await isOpen(token), await isOpen(json.token)]).toEqual([false, true]);
});
