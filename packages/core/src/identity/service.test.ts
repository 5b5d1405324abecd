/** Many sign-ins at once: one account, and nobody is refused. Codes and tries, against strangers who use them up. */

import { describe, expect, it } from 'vitest';
import { getItem } from '../db/get.ts';
import { limitKey } from '../db/keys.ts';
import { putItem } from '../db/write.ts';
import { actorOf } from '../person/repo.ts';
import { editMe } from '../person/service.ts';
import { actorOfToken } from '../session/token.ts';
import { makeCtx } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { type Asker, limitOfGuesses } from './limits.ts';
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

  it('of sixty spellings of one mailbox make one account', async () => {
    const spellings = Array.from({ length: 60 }, (_, tag) => `ten+${tag}@gmail.com`);
    const people = await Promise.all(spellings.map((email) => accountOfEmail(nobody(), email)));
    expect(new Set(people.map(({ id }) => id)).size).toBe(1);
    expect(spellings, 'mail goes to an address as it was typed').toContain(people[0]?.email);
  });

  it('of one identity make one account, and every session is theirs', async () => {
    const sessions = await atOnce(() => signInWithOidc(nobody(), { ...vneid, subject: 'mot-nguoi', name: 'Lan' }));
    const actors = await Promise.all(sessions.map(({ token }) => actorOfToken(nobody(), token)));
    expect(new Set(actors.map((actor) => actor?.id)).size).toBe(1);
    expect(actors[0]).toMatchObject({ name: 'Lan', assurance: 'eid' });
  });

  it('with one code let in one', async () => {
    const email = 'mot-ma@example.vn';
    const asker = { address: '127.0.0.1' };
    const { code } = await requestCode(nobody(), email, asker);
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => signInWithCode(nobody(), { email, code }, asker)));
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

/** A browser, by what it was given with its first code. */
const browser = (name: string) => name.padEnd(22, '_');
const tooMany = { code: 'too_many_requests' };
const mustWait = { code: 'network_busy' };
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('codes asked for by one network, to whatever mailboxes', () => {
  const eight = '2026-03-01T08:00:00Z';
  /** Asks so often within an hour, each time for another mailbox. */
  async function ask(times: number, address: (index: number) => string, by = '') {
    for (let from = 0; from < times; from += 50) {
      const some = Array.from({ length: Math.min(50, times - from) }, (_, index) => from + index);
      const one = (index: number) => requestCode(at(eight), `m${by}${index}@example.vn`, { address: address(index) });
      await Promise.all(some.map(one));
    }
  }

  it('go out at once to six hundred phones; the next ones wait, and are let in when they come back', async () => {
    // IPv6 addresses count together, as one customer has a whole network of them.
    await ask(600, (index) => `2001:db8:1:2::${index.toString(16)}`);
    const address = '2001:db8:1:2::ffff';
    const asker = { address, request: browser('kien-nhan') };
    const late = (time: string, who: object = asker) => requestCode(at(time), 'cho@example.vn', { address, ...who });
    await expect(late(eight)).rejects.toMatchObject({ ...mustWait, data: { retryAfter: 15 } });
    await expect(late('2026-03-01T08:00:10Z')).rejects.toMatchObject({ ...mustWait, data: { retryAfter: 5 } });
    const other = late('2026-03-01T08:00:15Z', { request: browser('moi-den') });
    await expect(other, 'the wait is each one’s own').rejects.toMatchObject({ ...mustWait, data: { retryAfter: 15 } });
    await late('2026-03-01T08:00:15Z');
    const again = late('2026-03-01T08:00:16Z');
    await expect(again, 'a wait is for one code').rejects.toMatchObject({ ...mustWait, data: { retryAfter: 15 } });
    const unknown = requestCode(at(eight), 'cho@example.vn', { address });
    await expect(unknown, 'nobody known to come back').rejects.toMatchObject({
      ...tooMany,
      data: { retryAfter: 3_600 },
    });
  }, 60_000);

  it('are not limited with those of others', async () => {
    await ask(130, (index) => `2001:db8:1:${(index + 16).toString(16)}::1`, 'x');
  });
});

describe('a code', () => {
  const address = '198.51.100.7';

  it('is sent to one mailbox five times in a quarter of an hour, by whatever spelling', async () => {
    const ask = (time: string, tag: number) => requestCode(at(time), `nhieu.thu+${tag}@gmail.com`, { address });
    for (let time = 0; time < 5; time++) await ask('2026-03-01T08:00:00Z', time);
    await expect(ask('2026-03-01T08:05:00Z', 6)).rejects.toMatchObject({ ...tooMany, data: { retryAfter: 10 * 60 } });
    await ask('2026-03-01T08:15:00Z', 7);
  });

  it('can be asked for by its owner when a stranger has used up theirs', async () => {
    const email = 'bi-lam-phien@example.vn';
    const time = '2026-03-01T08:00:00Z';
    const stranger = { address: '203.0.113.9', request: browser('ke-la') };
    const ask = (who: object) => requestCode(at(time), email, { ...stranger, ...who });
    for (let count = 0; count < 5; count++) await ask({});
    await expect(ask({})).rejects.toMatchObject(tooMany);
    for (let count = 0; count < 5; count++) await ask({ request: browser(`ke-la-${count}`) });
    await expect(ask({ request: browser('ke-la-nua') }), 'ten by one network').rejects.toMatchObject(tooMany);
    await ask({ address, request: browser('chu') });
    // With many networks the larger total is reached: twenty, of which eleven are sent.
    for (let count = 0; count < 9; count++) await ask({ address: `192.0.2.${count}`, request: browser(`n${count}`) });
    await expect(ask({ address: '192.0.2.99', request: browser('n99') })).rejects.toMatchObject(tooMany);
  });

  it('has five tries for the browser that asked, whatever others guess', async () => {
    const email = 'bi-doan@example.vn';
    const owner = { address, request: browser('chu-hop-thu') };
    const { code, request } = await requestCode(nobody(), email, owner);
    expect(request).toBe(owner.request);
    const guess = (asker: Asker, typed = wrong(code)) => signInWithCode(nobody(), { email, code: typed }, asker);
    const strangers = [{ address: '203.0.113.1' }, { address: '203.0.113.2', request: browser('ke-doan') }];
    for (let time = 0; time < 5; time++)
      await expect(guess(strangers[time % 2]!)).rejects.toMatchObject({ code: 'code_invalid' });
    for (const stranger of strangers)
      await expect(guess(stranger, code), 'theirs are spent').rejects.toMatchObject({ code: 'code_tries_spent' });
    for (let time = 0; time < 4; time++) await expect(guess(owner)).rejects.toMatchObject({ code: 'code_invalid' });
    expect((await guess(owner, code)).person.email).toBe(email);
  });

  it('of a stranger brings them no more tries at that of the owner', async () => {
    const email = 'bi-doan-them@example.vn';
    const { code } = await requestCode(nobody(), email, { address, request: browser('chu-2') });
    const asker = { address: '203.0.113.3', request: browser('ke-doan-2') };
    await requestCode(nobody(), email, asker);
    const guess = () => signInWithCode(nobody(), { email, code: wrong(code) }, asker);
    for (let time = 0; time < 5; time++) await guess().catch(() => undefined);
    await expect(guess()).rejects.toMatchObject({ code: 'code_tries_spent' });
  });

  it('stays open when another is sent: whichever is typed works, on whichever device', async () => {
    const email = 'hai-thu@example.vn';
    const computer = { address, request: browser('may-tinh') };
    const phone = { address: '203.0.113.4', request: browser('dien-thoai') };
    const first = await requestCode(nobody(), email, computer);
    const second = await requestCode(nobody(), email, computer);
    const third = await requestCode(nobody(), email, phone);
    for (const [{ code }, asker] of [
      [first, computer],
      [second, phone],
      [third, { address: '203.0.113.5' }],
    ] as const)
      expect((await signInWithCode(nobody(), { email, code }, asker)).person.email).toBe(email);
  });

  it('ends ten minutes after it was sent', async () => {
    const email = 'muoi-phut@example.vn';
    const ask = () => requestCode(at('2026-03-01T10:00:00Z'), email, { address });
    const { code, expiresAt } = await ask();
    expect(expiresAt).toBe('2026-03-01T10:10:00.000Z');
    const open = (time: string, typed: string) => signInWithCode(at(time), { email, code: typed }, { address });
    await expect(open('2026-03-01T10:10:00Z', code)).rejects.toMatchObject({ code: 'code_expired' });
    await open('2026-03-01T10:09:59Z', (await ask()).code);
  });

  it('is guessed wrong a thousand times an hour from one network; what is compared with nothing does not count', async () => {
    const time = '2026-03-01T08:00:00Z';
    const guesser = { address: '192.0.2.9' };
    const guess = (email: string, code = '000000') => signInWithCode(at(time), { email, code }, guesser);
    for (let index = 0; index < 20; index++)
      await expect(guess(`khong-co-${index}@example.vn`)).rejects.toMatchObject({ code: 'code_expired' });
    const counter = limitKey(limitOfGuesses(guesser).name, String(Math.floor(Date.parse(time) / 3_600_000)));
    const used = async () => (await getItem(at(time), counter, { consistent: true }))?.used;
    expect(await used()).toBeUndefined();
    const { code } = await requestCode(at(time), 'mot@example.vn', { address });
    await expect(guess('mot@example.vn', wrong(code))).rejects.toMatchObject({ code: 'code_invalid' });
    expect(await used()).toBe(1);
    await putItem(at(time), { ...counter, used: 1_000 });
    await expect(guess('mot@example.vn', code)).rejects.toMatchObject({ ...tooMany, data: { retryAfter: 3_600 } });
    await putItem(at(time), { ...counter, used: 999 });
    expect((await guess('mot@example.vn', code)).person.email).toBe('mot@example.vn');
  });
});

it('a session ends thirty days after the sign-in', async () => {
  const identity = { ...vneid, subject: 'ba-muoi-ngay', name: 'Lan' };
  const { token, expiresAt } = await signInWithOidc(at('2026-03-01T08:00:00Z'), identity);
  expect(expiresAt).toBe('2026-03-31T08:00:00.000Z');
  expect(await actorOfToken(at('2026-03-31T07:59:59Z'), token)).toMatchObject({ name: 'Lan' });
  expect(await actorOfToken(at('2026-03-31T08:00:00Z'), token)).toBeUndefined();
});
