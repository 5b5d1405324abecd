/** Signing in by code, against people who guess, repeat, forge and enumerate. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { codeKey, personKey, sessionKey } from '@hanoi/core/db/keys';
import { sha256 } from '@hanoi/core/shared/hash';
import { describe, expect, it } from 'vitest';
import { expectProblem, expectRefused } from '../http/testing-refusal.ts';
import { type ApiAnswer, useApi } from '../testing/api.ts';
import { refusedAddress } from '../testing/fake-aws.ts';

const api = useApi();
let people = 0;
const newAddress = () => `nguoi-${++people}@example.vn`;

async function requestCode(email: string): Promise<string> {
  const answer = await api.call('POST', '/auth/codes', { body: { email } });
  expect(answer.status).toBe(202);
  return api.mails.findLast((mail) => mail.to === email)!.subject.slice(0, 6);
}
const open = (email: string, code: string) => api.call('POST', '/auth/sessions', { body: { email, code } });
const not = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

/** Moves a time in the table into the past. */
async function expire(Key: { pk: string; sk: string }) {
  const change = { UpdateExpression: 'SET expiresAt = :past', ExpressionAttributeValues: { ':past': '2020-01-01' } };
  await api.table.client.send(new UpdateCommand({ TableName: api.table.tableName, Key, ...change }));
}

describe('a code', () => {
  it('may be guessed five times; after that even the right one is refused', async () => {
    const email = newAddress();
    const code = await requestCode(email);
    for (let guess = 0; guess < 5; guess++) expectProblem(await open(email, not(code)), 'code_invalid');
    expectProblem(await open(email, code), 'code_tries_spent');
    const next = await requestCode(email);
    expect((await open(email, next)).status, 'a new code starts the count again').toBe(201);
  });

  it('guessed by many at once gives no more than five tries', async () => {
    const email = newAddress();
    const code = await requestCode(email);
    const answers = await Promise.all(Array.from({ length: 20 }, () => open(email, not(code))));
    expect(answers.filter(({ json }) => json.code === 'code_invalid')).toHaveLength(5);
    expect(answers.filter(({ json }) => json.code === 'code_tries_spent')).toHaveLength(15);
  });

  it('works once, also for two at once', async () => {
    const email = newAddress();
    const code = await requestCode(email);
    const both = await Promise.all([open(email, code), open(email, code)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 401]);
    expectProblem(await open(email, code), 'code_expired');
  });

  it('is of one address only', async () => {
    const [mine, yours] = [newAddress(), newAddress()];
    const code = await requestCode(mine);
    const other = await requestCode(yours);
    if (code !== other) expectProblem(await open(yours, code), 'code_invalid');
    expectProblem(await open(newAddress(), code), 'code_expired');
    expect((await open(mine.toUpperCase(), code)).status, 'whatever its case').toBe(201);
  });

  it('stays open beside a newer one, and ends after ten minutes', async () => {
    const email = newAddress();
    const [first, second] = [await requestCode(email), await requestCode(email)];
    const last = await requestCode(email);
    expect((await open(email, first)).status).toBe(201);
    expect((await open(email, second)).status).toBe(201);
    const { pk } = codeKey(sha256(email), '');
    const [left, ...others] = (await api.everything()).filter((item) => item.pk === pk);
    expect(others, 'both are spent').toEqual([]);
    await expire({ pk, sk: String(left!.sk) });
    expectProblem(await open(email, last), 'code_expired');
  });

  it('that a browser asked for keeps its tries, whatever others guess', async () => {
    const email = newAddress();
    const { json } = await api.call('POST', '/auth/codes', { body: { email } });
    const code = api.mails.at(-1)!.subject.slice(0, 6);
    for (let guess = 0; guess < 5; guess++) expectProblem(await open(email, not(code)), 'code_invalid');
    expectProblem(await open(email, code), 'code_tries_spent');
    const body = { email, code, request: json.request };
    expect((await api.call('POST', '/auth/sessions', { body })).status).toBe(201);
  });

  it.each(['12345', '1234567', 'abcdef', '-12345', '1e5000', '000000\u0000', '', ' '.repeat(65)])(
    '%j is none',
    async (code) => {
      const body = { email: newAddress(), code };
      await expectRefused(api, 'invalid_input', 'POST', '/auth/sessions', { body });
    },
  );

  it('is typed as people type it', async () => {
    const email = newAddress();
    const code = await requestCode(email);
    const fullWidth = code.replace(/\d/g, (digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0));
    expect((await open(email, ` ${fullWidth.slice(0, 3)} - ${fullWidth.slice(3)}\u200B`)).status).toBe(201);
  });

  it('is sent to one address five times in a quarter of an hour', async () => {
    const email = newAddress();
    const answers: ApiAnswer[] = [];
    // Two quarters may meet in the middle of this.
    for (let i = 0; i < 11; i++) answers.push(await api.call('POST', '/auth/codes', { body: { email } }));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expectProblem(refused[0]!, 'too_many_requests');
    expect(Number(refused[0]!.headers['retry-after'])).toBeGreaterThan(0);
    expect(api.mails.filter((mail) => mail.to === email)).toHaveLength(11 - refused.length);
  });
});

describe('an address', () => {
  it.each([
    'không phải thư',
    'a@',
    '@example.vn',
    'a@b',
    'a@example.vn\r\nBcc: b@example.vn',
    'a@example.vn,b@example.vn',
    '"a b"@example.vn',
    `${'a'.repeat(250)}@example.vn`,
    'nguyễn@example.vn',
    'a@example.vn\u0000',
  ])('%j is none', async (email) => {
    const mails = api.mails.length;
    await expectRefused(api, 'invalid_input', 'POST', '/auth/codes', { body: { email } });
    expect(api.mails).toHaveLength(mails);
  });

  it('is taken as people paste it, and mail goes to it as it was typed', async () => {
    const pasted = 'Nguyễn Văn An <an.nguyen+hanoi＠gmail.com>';
    expect((await api.call('POST', '/auth/codes', { body: { email: pasted } })).status).toBe(202);
    const mail = api.mails.at(-1)!;
    expect(mail.to).toBe('an.nguyen+hanoi@gmail.com');
    const { status, json } = await open('annguyen@googlemail.com', mail.subject.slice(0, 6));
    expect(status, 'another spelling of the mailbox').toBe(201);
    const body = { email: 'user@tên-miền.vn' };
    expect((await api.call('POST', '/auth/codes', { body })).status).toBe(202);
    expect(api.mails.at(-1)!.to).toBe('user@xn--tn-min-iva0322d.vn');
    expect(json.person.email).toBe('annguyen@googlemail.com');
  });

  it('that is known gets the same answers as one that is not', async () => {
    const known = newAddress();
    await api.signIn(known);
    const unknown = newAddress();
    const answersTo = async (email: string) => {
      const before = await open(email, '000000');
      const asked = await api.call('POST', '/auth/codes', { body: { email } });
      const code = api.mails.findLast((mail) => mail.to === email)!.subject.slice(0, 6);
      const guessed = await open(email, not(code));
      const shape = ({ status, headers, cookies, json }: ApiAnswer) => ({
        status,
        headers,
        cookies,
        json: { ...json, ...(json.expiresAt && { expiresAt: 'later', request: json.request.length }) },
      });
      return [before, asked, guessed].map(shape);
    };
    expect(await answersTo(known)).toEqual(await answersTo(unknown));
  });
});

describe('a session', () => {
  it('cannot be forged', async () => {
    const { token, id } = await api.signInAs();
    const stranger = await api.signInAs();
    const secret = token.split('.')[1]!;
    const forged = [
      'forged',
      id,
      `${id}.`,
      `${id}.${'A'.repeat(43)}`,
      `${stranger.id}.${secret}`,
      `${id}.${secret.toLowerCase()}`,
      `${token}x`,
      `${token}, ${token}`,
      `per_01JDB8N0P4X7K2M9QW5T3RZ6VA.${secret}`,
      `${id}.SESSION#${sha256(token)}`,
      'a'.repeat(10_000),
    ];
    for (const one of forged) await expectRefused(api, 'session_invalid', 'GET', '/me', { token: one });
    for (const authorization of ['Basic YTpi', 'Bearer', 'Bearer  ', token, `Token ${token}`]) {
      await expectRefused(api, 'session_invalid', 'GET', '/me', { headers: { authorization } });
    }
    const { headers } = await api.call('GET', '/me', { token: 'forged' });
    expect(headers['www-authenticate']).toBe('Bearer');
  });

  it('ends when it is closed, and after its time', async () => {
    const first = await api.signInAs();
    const answer = await api.call('DELETE', '/auth/sessions/current', { token: first.token });
    expect(answer.status).toBe(204);
    expect(answer.cookies).toEqual([expect.stringMatching(/^__Host-session=; Path=\/; Max-Age=0; HttpOnly; .*Secure/)]);
    await expectRefused(api, 'session_invalid', 'GET', '/me', { token: first.token });
    const second = await api.signInAs();
    await expire(sessionKey(second.id, sha256(second.token)));
    await expectRefused(api, 'session_invalid', 'GET', '/me', { token: second.token });
  });

  it('that has ended reads as nobody in a cookie, and may not write', async () => {
    const cookies = ['__Host-session=forged'];
    expect((await api.call('GET', '/challenges', { cookies })).status).toBe(200);
    await expectRefused(api, 'not_signed_in', 'GET', '/me', { cookies });
    await expectRefused(api, 'session_invalid', 'PATCH', '/me', { cookies, body: { name: 'Tên mới' } });
  });

  it('in a cookie writes for its own site only', async () => {
    const { token } = await api.signInAs();
    const cookies = [`__Host-session=${token}`];
    const change = (headers: Record<string, string>) => ({ cookies, headers, body: { name: 'Tên mới' } });
    const hosts = ['https://evil.example', 'https://localhost.evil.example', 'https://localhost:1'];
    for (const origin of [...hosts, 'http://localhost', 'null', 'x']) {
      await expectRefused(api, 'origin_refused', 'PATCH', '/me', change({ origin }));
    }
    await expectRefused(api, 'origin_refused', 'PATCH', '/me', change({ 'sec-fetch-site': 'same-site' }));
    expect((await api.call('PATCH', '/me', change({ origin: 'https://localhost' }))).status).toBe(200);
    expect((await api.call('PATCH', '/me', change({ origin: 'https://localhost:443' }))).status).toBe(200);
  });

  // A neighbour under the same domain can set a cookie for all of it, but none with this prefix.
  it('in a cookie that a neighbouring site can set is none over https', async () => {
    const { token } = await api.signInAs();
    const plain = { cookies: [`session=${token}`] };
    await expectRefused(api, 'not_signed_in', 'GET', '/me', plain);
    const local = { ...plain, headers: { 'x-forwarded-proto': 'http' } };
    expect((await api.call('GET', '/me', local)).status, 'without https there is no other').toBe(200);
  });

  it('and its code are kept as hashes only', async () => {
    const email = newAddress();
    const code = await requestCode(email);
    const { json } = await open(email, code);
    const [, secret] = json.token.split('.');
    const kept = JSON.stringify(await api.everything());
    expect(kept).toContain(personKey(json.person.id).pk);
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(`"${code}"`);
  });
});

it('a code whose mail is not taken is said to be unavailable, and the reason is kept from people', async () => {
  const answer = await api.call('POST', '/auth/codes', { body: { email: refusedAddress } });
  expectProblem(answer, 'mail_unavailable');
  expect(answer.text).not.toContain('verified');
});
