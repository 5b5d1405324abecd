/** The whole site over the network against those who mean harm: bodies too large, redirects bent, addresses that trick. */
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type Person, startTestSite, type TestSite } from './testing-site.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'hostile-'));
let site: TestSite;
let person: Person;
let port: number;
beforeAll(async () => {
  site = await startTestSite(dataDir);
  port = Number(new URL(site.origin).port);
  person = await site.signIn('nguoi@example.vn');
}, 60_000);
afterAll(async () => {
  await site.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Sends these very bytes and gives all that comes back. */
function sendRaw(bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
  });
}
const get = (path: string) => sendRaw(`GET ${path} HTTP/1.1\r\nhost: localhost:${port}\r\nconnection: close\r\n\r\n`);

const securityHeaders = ['x-content-type-options: nosniff', 'content-security-policy: ', 'referrer-policy: '];

describe('a body', () => {
  it.each([
    ['/challenges', 'application/json', 'payload_too_large', 7_000_000],
    ['/challenges', 'application/json', 'payload_too_large', 600_000],
    ['/auth/codes', 'application/json', 'payload_too_large', 17_000],
    ['/uploads', 'image/png', 'payload_too_large', 7_000_000],
    ['/uploads', 'image/png', 'upload_too_large', 4_600_000],
    ['/auth/codes', 'application/json', 'payload_too_large', 7_000_000],
  ])('sent to %s as %s gets %s at %i bytes', async (path, type, code, size) => {
    const mine = () => site.call('GET', '/me/challenges', { token: person.token });
    const before = (await mine()).json;
    const answer = await fetch(`${site.origin}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': type, authorization: `Bearer ${person.token}` },
      body: Buffer.alloc(size, 0x20),
    });
    expect(answer.status).toBe(413);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await answer.json()).toMatchObject({ status: 413, code, errors: [] });
    expect((await mine()).json).toEqual(before);
  });

  it.each<[string, (count: number) => string]>([
    ['brackets', (count) => '['.repeat(6 * count)],
    ['objects in objects', (count) => `${'{"a":'.repeat(count)}1${'}'.repeat(count)}`],
    ['numbers', (count) => `[${'0,'.repeat(3 * count)}0]`],
  ])('of %s is refused, and not even parsed when it is longer than its route declares', async (_, make) => {
    for (const [count, refusal] of [
      [85_000, 400],
      [900_000, 413],
    ] as const) {
      const answer = await fetch(`${site.origin}/api/v1/challenges`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${person.token}` },
        body: make(count),
      });
      expect(answer.status).toBe(refusal);
    }
  });

  it('announced and never sent keeps nobody else waiting', async () => {
    let ended = 0;
    const sockets = Array.from({ length: 50 }, () => {
      const socket = connect(port, '127.0.0.1');
      socket.on('close', () => ended++);
      socket.on('error', () => undefined);
      socket.write(
        `POST /api/v1/auth/codes HTTP/1.1\r\nhost: localhost:${port}\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{`,
      );
      return socket;
    });
    await sleep(100);
    expect((await site.call('GET', '/challenges')).status).toBe(200);
    expect(ended, 'the answer came while all of them were waited for').toBe(0);
    for (const socket of sockets) socket.destroy();
  });
});

describe('an address', () => {
  it.each([
    '/api/v1/../../etc/passwd',
    '/api/v1/challenges/..%2f..%2fme',
    '/api/v1/challenges/%2e%2e/me',
    '/api/v1/challenges/%00',
    '/api/v1//challenges',
    '/api/v1/challenges\\..\\me',
    '/api/v1/challenges?cursor=%zz',
    '/media/../table.sqlite',
    '/media/%2e%2e/table.sqlite',
    '/media/..%2ftable.sqlite',
  ])('%s is refused as a problem, with the headers of every answer', async (path) => {
    const answer = await get(path);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer.toLowerCase()).toContain('content-type: application/problem+json');
    for (const header of securityHeaders) expect(answer.toLowerCase()).toContain(header);
    const { type, title, detail, errors } = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4));
    expect([type, title, detail, errors]).toEqual([expect.any(String), expect.any(String), expect.any(String), []]);
  });

  it.each([
    ['no HTTP at all', 'nonsense\r\n\r\n', 400],
    ['a line too long', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, 431],
    [
      'two lengths',
      'POST /api/v1/auth/codes HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello',
      400,
    ],
    [
      'a length and chunks',
      'POST /api/v1/auth/codes HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['no host', 'GET /api/v1/health HTTP/1.1\r\n\r\n', 400],
  ])('in %s', async (_, bytes, status) => {
    expect(await sendRaw(bytes)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect((await site.call('GET', '/health')).status).toBe(200);
  });

  it('believes no stranger about where a request comes from, or by which name', async () => {
    const headers = { 'x-forwarded-for': '8.8.8.8', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
    await site.call('POST', '/auth/codes', { body: { email: 'khac@example.vn' }, headers });
    const mail = await fetch(`${site.origin}/dev/mail?to=khac@example.vn`, { headers: { accept: 'application/json' } });
    expect(await mail.text()).not.toContain('evil.example');
    const start = await site.call('GET', '/auth/oidc/start', { headers });
    expect(new URL(start.headers.get('location')!).searchParams.get('redirect_uri')).toContain(site.origin);
  });
});

describe('going on after signing in', () => {
  /** Signs in at the identity provider as a browser would, and gives the address it lands on. */
  async function landingOf(next: string): Promise<string> {
    const cookies = new Map<string, string>();
    const go = async (url: string, form?: Record<string, string>) => {
      const answer = await fetch(new URL(url, site.origin), {
        redirect: 'manual',
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(form && { method: 'POST', body: new URLSearchParams(form) }),
      });
      for (const cookie of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/);
        cookies.set(name, value);
      }
      await answer.arrayBuffer();
      return answer.headers.get('location') ?? '';
    };
    const page = await go(await go(`/api/v1/auth/oidc/start?next=${encodeURIComponent(next)}`));
    let onward = await go(page, { name: 'Trần Văn Thử', number: '001099000001' });
    while (!onward.includes('/api/v1/auth/oidc/callback')) onward = await go(onward);
    const landing = await go(onward);
    expect(cookies.get('session'), 'signed in').toMatch(/^per_/);
    return landing;
  }

  it('leads to the page it was begun on', async () => {
    expect(await landingOf('/en/challenges?sort=new#top')).toBe('/en/challenges?sort=new#top');
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/a/../..//evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    'evil.example',
    '',
  ])('never to another site: %j', async (next) => {
    const landing = await landingOf(next);
    expect(new URL(landing, site.origin).origin).toBe(site.origin);
    expect(landing).toMatch(/^\/(?![/\\])/);
  });
});

test.each(['/report/itm_01JDB8N0P4X7K2M9QW5T3RZ6VA', '/en/report/x', '/report/cmt_0', '/report/%F0%9F%92%A5'])(
  'nothing is reported at %s',
  async (path) => expect(await get(path)).toMatch(/^HTTP\/1\.1 404 /),
);

test('every answer of the API carries its headers, whole or not modified, and HEAD has no body', async () => {
  const { json } = await site.call('POST', '/challenges', { token: person.token, body: makeNewChallenge() });
  const path = `/api/v1/challenges/${json.id}`;
  const first = await fetch(site.origin + path);
  for (const header of securityHeaders) expect(first.headers.get(header.split(':')[0]!)).toBeTruthy();
  const etag = first.headers.get('etag')!;
  const again = await fetch(site.origin + path, { headers: { 'if-none-match': etag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const head = await sendRaw(`HEAD ${path} HTTP/1.1\r\nhost: localhost:${port}\r\nconnection: close\r\n\r\n`);
  expect(head).toMatch(/^HTTP\/1\.1 200 /);
  expect(head.endsWith('\r\n\r\n'), 'no body').toBe(true);
  const missing = await sendRaw(`HEAD ${path}0 HTTP/1.1\r\nhost: localhost:${port}\r\nconnection: close\r\n\r\n`);
  expect(missing).toMatch(/^HTTP\/1\.1 404 /);
});
