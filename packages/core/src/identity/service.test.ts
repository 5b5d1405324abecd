/** Signing in at once from many places: one account, and nobody is turned away. */

import { describe, expect, it } from 'vitest';
import { actorOf } from '../person/repo.ts';
import { editMe } from '../person/service.ts';
import { actorOfToken } from '../session/token.ts';
import { makeCtx } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { accountOf, accountOfEmail, requestCode, signInWithCode, signInWithOidc } from './service.ts';

const table = useTable();
const nobody = () => makeCtx(table, { kind: 'anonymous' });
const atOnce = <T>(deed: () => Promise<T>) => Promise.all(Array.from({ length: 20 }, deed));
const vneid = { issuer: 'https://id.example.vn', assurance: 'eid' } as const;

describe('twenty first sign-ins at once', () => {
  it('of one e-mail address make one account', async () => {
    const people = await atOnce(() => accountOfEmail(nobody(), 'dong-thoi@example.vn'));
    expect(new Set(people.map(({ id }) => id)).size).toBe(1);
    expect((await accountOfEmail(nobody(), 'dong-thoi@example.vn')).id).toBe(people[0]?.id);
  });

  it('of one identity make one account, and every session is theirs', async () => {
    const sessions = await atOnce(() => signInWithOidc(nobody(), { ...vneid, subject: 'mot-nguoi', name: 'Lan' }));
    const actors = await Promise.all(sessions.map(({ token }) => actorOfToken(nobody(), token)));
    expect(new Set(actors.map((actor) => actor?.id)).size).toBe(1);
    expect(actors[0]).toMatchObject({ name: 'Lan', assurance: 'eid' });
  });

  it('with one code let in one', async () => {
    const email = 'mot-ma@example.vn';
    const { code } = await requestCode(nobody(), email, '127.0.0.1');
    const outcomes = await Promise.allSettled(
      [1, 2, 3, 4].map(() => signInWithCode(nobody(), email, code, '127.0.0.1')),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

it('raises the assurance in twenty sign-ins at once, while the name is being changed', async () => {
  const subject = 'nang-muc';
  const person = await accountOf(nobody(), { ...vneid, subject, assurance: 'email', name: 'Tên cũ' });
  const renaming = editMe(makeCtx(table, actorOf(person)), { name: 'Tên mới' });
  const [raised] = await Promise.all([atOnce(() => accountOf(nobody(), { ...vneid, subject })), renaming]);
  expect(new Set(raised.map(({ assurance }) => assurance))).toEqual(new Set(['eid']));
  const now = await accountOf(nobody(), { ...vneid, subject });
  expect(now).toMatchObject({ name: 'Tên mới', assurance: 'eid', version: 2 });
});

describe('codes asked for by one network', () => {
  const asked = async (address: (index: number) => string) => {
    const requests = Array.from({ length: 130 }, (_, index) =>
      requestCode(nobody(), `m${index}@example.vn`, address(index)),
    );
    const outcomes = await Promise.allSettled(requests);
    return outcomes.filter(({ status }) => status === 'fulfilled').length;
  };

  // An hour may end in the middle of each: then twice as many.
  it('of IPv6 are limited together: whoever has one address has a whole network of them', async () => {
    expect(await asked((index) => `2001:db8:1:2::${index.toString(16)}`)).toBeLessThanOrEqual(120);
  });

  it('are not limited with those of others', async () => {
    expect(await asked((index) => `2001:db8:1:${(index + 16).toString(16)}::1`)).toBe(130);
    expect(await asked((index) => `203.0.113.${index}`)).toBe(130);
  });
});
