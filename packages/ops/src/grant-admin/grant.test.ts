/** The first administrator is granted before or after their first sign-in, once; a role can be taken again, but the last one's. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { requestCode, signInWithCode } from '@hanoi/core/identity/service';
import { findPerson } from '@hanoi/core/person/repo';
import { makeCtx } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { expect, test } from 'vitest';
import { changeRole, readGrant } from './grant.ts';

const place = useTable();
const operator = () => makeCtx(place, { kind: 'system', name: 'grant-admin' });

async function signIn(email: string) {
  const ctx = makeCtx(place, { kind: 'anonymous' });
  const asker = { address: '192.0.2.1' };
  const { code } = await requestCode(ctx, email, asker);
  return (await signInWithCode(ctx, { email, code }, asker)).person;
}

test('who has never signed in is an administrator from their first sign-in', async () => {
  expect(await changeRole(operator(), readGrant(['Lan@Example.vn']))).toBe('given to a new account');
  expect((await signIn('lan@example.vn')).roles).toContain('administrator');
});

test('who has an account keeps it and their name, and gets the role once', async () => {
  const before = await signIn('minh@example.vn');
  expect(await changeRole(operator(), readGrant(['minh@example.vn'], { role: 'moderator' }))).toBe('given');
  expect(await changeRole(operator(), readGrant(['minh@example.vn'], { role: 'moderator' }))).toBe('had already');
  const after = await signIn('minh@example.vn');
  expect(after).toMatchObject({ id: before.id, name: before.name });
  expect(after.roles.filter((role) => role === 'moderator')).toHaveLength(1);
  expect(after.roles).not.toContain('administrator');
});

test('a wrong address or role is refused in a sentence', () => {
  expect(() => readGrant([])).toThrow('npm run grant-admin');
  expect(() => readGrant(['lan@example.vn', 'minh@example.vn'])).toThrow('npm run grant-admin');
  expect(() => readGrant(['not an address'])).toThrow('“not an address” is no e-mail address.');
  expect(() => readGrant(['lan@example.vn'], { role: 'mayor' })).toThrow(
    'There is no role “mayor” to give: expert, moderator',
  );
});

test('a role is taken again, at once', async () => {
  const { id } = await signIn('hoa@example.vn');
  await changeRole(operator(), readGrant(['hoa@example.vn'], { role: 'expert', reason: 'Viện giới thiệu' }));
  const revoke = readGrant(['hoa@example.vn'], { role: 'expert', revoke: true, reason: 'Hết nhiệm kỳ' });
  expect(await changeRole(operator(), revoke)).toBe('taken');
  expect(await changeRole(operator(), revoke)).toBe('had not');
  expect((await signIn('hoa@example.vn')).roles).toEqual(['citizen']);
  expect(await eventsOf(id)).toMatchObject([
    { deed: 'role_granted', role: 'expert', by: 'grant-admin', reason: 'Viện giới thiệu' },
    { deed: 'role_revoked', role: 'expert', by: 'grant-admin', reason: 'Hết nhiệm kỳ' },
  ]);
});

test('a moderator is limited to programmes and wards, until given the role again without limits', async () => {
  const email = 'duc@example.vn';
  const { id } = await signIn(email);
  const give = (limits: object) => changeRole(operator(), readGrant([email], { role: 'moderator', ...limits }));
  const scope = async () => (await findPerson(operator(), id))?.scope;
  expect(await give({ programme: ['P5'], ward: ['00331'] })).toBe('given');
  expect(await scope()).toEqual({ programmes: ['P5'], wards: ['00331'] });
  expect(await give({ programme: ['P5'], ward: ['00331'] })).toBe('had already');
  expect(await give({ ward: ['00199'] })).toBe('given');
  expect(await scope()).toEqual({ wards: ['00199'] });
  expect(await give({})).toBe('given');
  expect(await scope()).toBeNull();
  expect(await eventsOf(id)).toMatchObject([{ limits: 'P5,00331' }, { limits: '00199' }, { role: 'moderator' }]);
  expect(() => readGrant([email], { role: 'expert', ward: ['00331'] })).toThrow('Only moderators');
  expect(() => readGrant([email], { role: 'moderator', ward: ['99999'] })).toThrow('no ward “99999”');
  await expect(give({ programme: ['P10'] })).rejects.toThrow('no programme “P10”: P1, P2,');
});

test('nobody can be left without an administrator', async () => {
  const revoke = (email: string) => changeRole(operator(), readGrant([email], { revoke: true }));
  await changeRole(operator(), readGrant(['nga@example.vn']));
  await changeRole(operator(), readGrant(['phuc@example.vn']));
  // The administrator of an earlier test.
  await revoke('lan@example.vn');
  const both = await Promise.allSettled([revoke('nga@example.vn'), revoke('phuc@example.vn')]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const [last] = ['nga@example.vn', 'phuc@example.vn'].filter((_, at) => both[at]!.status === 'rejected');
  await expect(revoke(last!)).rejects.toThrow(`${last} is the last administrator.`);
  expect((await signIn(last!)).roles).toContain('administrator');
  await expect(revoke('nobody@example.vn')).rejects.toThrow('Nobody has the address nobody@example.vn.');
});

async function eventsOf(person: string) {
  const { Items } = await place.client.send(
    new QueryCommand({
      TableName: place.tableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :event)',
      ExpressionAttributeValues: { ':pk': person, ':event': 'EVENT#' },
    }),
  );
  return Items;
}
