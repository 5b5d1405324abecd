/** Many sign-ins at once: one account, and nobody is refused. */

import { describe, expect, it } from 'vitest';
import { actorOf } from '../person/repo.ts';
import { editMe } from '../person/service.ts';
import { actorOfToken } from '../session/token.ts';
import { makeCtx } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { accountOf, accountOfEmail, requestCode, signInWithCode, signInWithOidc } from './service.ts';

const table = useTable();
const nobody = () => makeCtx(table, { kind: 'anonymous' });
const at = (time: string) => makeCtx(table, { kind: 'anonymous' }, { now: new Date(time) });
const atOnce = <T>(action: () => Promise<T>) => Promise.all(Array.from({ length: 20 }, action));
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
      requestCode(at('2026-03-01T08:00:00Z'), `m${index}@example.vn`, address(index)),
    );
    const outcomes = await Promise.allSettled(requests);
    return outcomes.filter(({ status }) => status === 'fulfilled').length;
  };

  it('are sixty an hour; IPv6 addresses count together, as one customer has a whole network of them', async () => {
    expect(await asked((index) => `2001:db8:1:2::${index.toString(16)}`)).toBe(60);
  });

  it('are not limited with those of others', async () => {
    expect(await asked((index) => `2001:db8:1:${(index + 16).toString(16)}::1`)).toBe(130);
    expect(await asked((index) => `203.0.113.${index}`)).toBe(130);
  });
});

describe('a code', () => {
  const from = '198.51.100.7';
  const tooMany = { code: 'too_many_requests' };

  it('is sent to one address five times in a quarter of an hour', async () => {
    const ask = (time: string) => requestCode(at(time), 'nhieu-thu@example.vn', from);
    for (let time = 0; time < 5; time++) await ask('2026-03-01T08:00:00Z');
    await expect(ask('2026-03-01T08:05:00Z')).rejects.toMatchObject({ ...tooMany, data: { retryAfter: 10 * 60 } });
    await ask('2026-03-01T08:15:00Z');
  });

  it('ends ten minutes after it was sent', async () => {
    const email = 'muoi-phut@example.vn';
    const ask = () => requestCode(at('2026-03-01T10:00:00Z'), email, from);
    const { code, expiresAt } = await ask();
    expect(expiresAt).toBe('2026-03-01T10:10:00.000Z');
    const late = signInWithCode(at('2026-03-01T10:10:00Z'), email, code, from);
    await expect(late).rejects.toMatchObject({ code: 'code_expired' });
    await signInWithCode(at('2026-03-01T10:09:59Z'), email, (await ask()).code, from);
  });

  it('is tried three hundred times an hour from one network, at whatever addresses', async () => {
    const guess = (index: number) =>
      signInWithCode(at('2026-03-01T08:00:00Z'), `doan-${index}@example.vn`, '000000', '192.0.2.9');
    const outcomes = await Promise.allSettled(Array.from({ length: 310 }, (_, index) => guess(index)));
    const codes = outcomes.map((outcome) => (outcome as PromiseRejectedResult).reason.code);
    expect(codes.filter((code) => code === 'too_many_requests')).toHaveLength(10);
  });
});

it('a session ends thirty days after the sign-in', async () => {
  const identity = { ...vneid, subject: 'ba-muoi-ngay', name: 'Lan' };
  const { token, expiresAt } = await signInWithOidc(at('2026-03-01T08:00:00Z'), identity);
  expect(expiresAt).toBe('2026-03-31T08:00:00.000Z');
  expect(await actorOfToken(at('2026-03-31T07:59:59Z'), token)).toMatchObject({ name: 'Lan' });
  expect(await actorOfToken(at('2026-03-31T08:00:00Z'), token)).toBeUndefined();
});
