/** A person whose account was taken over is signed out everywhere, and nobody else. */

import { accountOfEmail } from '@hanoi/core/identity/service';
import { actorOfToken, openSessionFor } from '@hanoi/core/session/token';
import { makeCtx } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { expect, test } from 'vitest';
import { readAddress, signOut } from './sign-out.ts';

const table = useTable();
const operator = () => makeCtx(table, { kind: 'system', name: 'sign-out' });

async function signedIn(email: string, times: number): Promise<string[]> {
  const person = await accountOfEmail(operator(), email);
  const sessions = Array.from({ length: times }, () => openSessionFor(operator(), person, 'code'));
  return (await Promise.all(sessions)).map(({ token }) => token);
}
const holds = async (token: string) => (await actorOfToken(operator(), token)) !== undefined;

test('every session of a person ends, and none of another', async () => {
  const theirs = await signedIn('lan@example.vn', 120);
  const [other] = await signedIn('minh@example.vn', 1);
  expect(await signOut(operator(), readAddress([' Lan@Example.vn']))).toBe(120);
  expect(await Promise.all(theirs.map(holds))).not.toContain(true);
  expect(await holds(other!)).toBe(true);
  expect(await signOut(operator(), 'lan@example.vn')).toBe(0);
});

test('an address that is none, or nobody’s, is refused in a sentence', async () => {
  expect(() => readAddress([])).toThrow('npm run sign-out -- EMAIL');
  expect(() => readAddress(['no address'])).toThrow('“no address” is no e-mail address.');
  await expect(signOut(operator(), 'nobody@example.vn')).rejects.toThrow('Nobody has the address nobody@example.vn.');
});
