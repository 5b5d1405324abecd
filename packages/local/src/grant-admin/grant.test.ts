/** The first administrator is granted before or after their first sign-in, once. */
import { requestCode, signInWithCode } from '@hanoi/core/identity/service';
import { makeCtx } from '@hanoi/testing/context';
import { useTable } from '@hanoi/testing/engine';
import { expect, test } from 'vitest';
import { giveRole, readGrant } from './grant.ts';

const place = useTable();
const db = () => ({ client: place.client, table: place.tableName });

async function signIn(email: string) {
  const ctx = makeCtx(place, { kind: 'anonymous' });
  const { code } = await requestCode(ctx, email, '192.0.2.1');
  return (await signInWithCode(ctx, email, code, '192.0.2.1')).person;
}

test('who has never signed in is an administrator from their first sign-in', async () => {
  expect(await giveRole(db(), readGrant(['Lan@Example.vn']))).toBe('given to a new account');
  expect((await signIn('lan@example.vn')).roles).toContain('administrator');
});

test('who has an account keeps it and their name, and gets the role once', async () => {
  const before = await signIn('minh@example.vn');
  expect(await giveRole(db(), readGrant(['minh@example.vn'], 'moderator'))).toBe('given');
  expect(await giveRole(db(), readGrant(['minh@example.vn'], 'moderator'))).toBe('had already');
  const after = await signIn('minh@example.vn');
  expect(after).toMatchObject({ id: before.id, name: before.name });
  expect(after.roles.filter((role) => role === 'moderator')).toHaveLength(1);
  expect(after.roles).not.toContain('administrator');
});

test('a wrong address or role is refused in a sentence', () => {
  expect(() => readGrant([])).toThrow('npm run grant-admin');
  expect(() => readGrant(['lan@example.vn', 'minh@example.vn'])).toThrow('npm run grant-admin');
  expect(() => readGrant(['not an address'])).toThrow('“not an address” is no e-mail address.');
  expect(() => readGrant(['lan@example.vn'], 'mayor')).toThrow('There is no role “mayor” to give: expert, moderator');
});
