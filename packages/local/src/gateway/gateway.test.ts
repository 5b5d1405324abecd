/** The gateway holds against broken and hostile requests, and its cache is never older than a write. */
import { mkdtempSync, rmSync } from 'node:fs';
import { IncomingMessage, ServerResponse } from 'node:http';
import { connect, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { silentLog } from '@hanoi/engine/log';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createFileStore } from '../files/store.ts';
import { MAX_BODY_BYTES } from './body.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { createMedia } from './media.ts';

type Handler = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

const folder = mkdtempSync(join(tmpdir(), 'gateway-'));
const files = createFileStore(folder);
let gateway: Gateway;
let port: number;
let origin: string;
let handler: Handler;
let web: (request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown;
let events: APIGatewayProxyEventV2[];

const json = (value: unknown, more: Record<string, string> = {}): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 200,
  headers: { 'content-type': 'application/json', ...more },
  body: JSON.stringify(value),
});
const kept = { 'cache-control': 'public, s-maxage=60' };

beforeAll(async () => {
  gateway = createGateway({
    pickHandler: async () => (event) => {
      events.push(event);
      return handler(event);
    },
    web: (request, response) => web(request, response),
    media: createMedia(files),
    devRoutes: { '/dev/thing': (_, response) => response.end('dev') },
    log: silentLog,
  });
  port = await gateway.listen(0, '127.0.0.1');
  origin = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await gateway.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  gateway.clear();
  events = [];
  handler = async () => json({ ok: true });
  web = (_, response) => response.end('page');
});

/** Sends bytes as they are, since fetch tidies addresses. */
function raw(text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', () => resolve(answer));
  });
}
const get = (path: string) => raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);

test('a request becomes an API Gateway event, and the result its answer', async () => {
  handler = async () => ({
    statusCode: 201,
    headers: { 'content-type': 'application/json', 'x-thing': 'y' },
    cookies: ['a=1; Path=/', 'b=2; Path=/'],
    body: '{"ok":true}',
  });
  const answer = await fetch(`${origin}/api/v1/things?a=1&a=2&b=%C4%91`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: 'session=s; lang=vi', 'x-forwarded-for': '6.6.6.6' },
    body: '{"đ":1}',
  });
  expect(events[0]).toMatchObject({
    version: '2.0',
    rawPath: '/api/v1/things',
    rawQueryString: 'a=1&a=2&b=%C4%91',
    queryStringParameters: { a: '1,2', b: 'đ' },
    cookies: ['session=s', 'lang=vi'],
    headers: { 'content-type': 'application/json' },
    requestContext: { http: { method: 'POST', path: '/api/v1/things', sourceIp: '127.0.0.1' } },
    body: '{"đ":1}',
    isBase64Encoded: false,
  });
  expect(events[0]?.headers['x-forwarded-for']).toBeUndefined();
  expect(answer.status).toBe(201);
  expect(answer.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/']);
  expect(await answer.json()).toEqual({ ok: true });
});

test('binary travels in base64 both ways', async () => {
  const bytes = Buffer.from([0, 255, 1, 254]);
  handler = async () => ({
    statusCode: 200,
    headers: { 'content-type': 'image/png' },
    body: bytes.toString('base64'),
    isBase64Encoded: true,
  });
  const answer = await fetch(`${origin}/api/x`, {
    method: 'PUT',
    body: bytes,
    headers: { 'content-type': 'image/png' },
  });
  expect(events[0]).toMatchObject({ isBase64Encoded: true, body: bytes.toString('base64') });
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
});

test.each([
  '/api//v1',
  '/api/../secret',
  '/api/%2e%2e/secret',
  '/api/.%2E/x',
  '/api/%00',
  '/api/%2fx',
  '/api/a%5cb',
  '/api/%E0%A4%A',
  '/api/x?q=%E0%A4%A',
  '/%',
  '//evil.example/x',
  'http://evil.example/',
  '/media/..%2f..%2fetc/passwd',
  '/media/../instance.json',
])('the address %s is refused with 400', async (path) => {
  const answer = await get(path);
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).toContain('application/problem+json');
  expect(events).toEqual([]);
});

test('what is not HTTP gets 400, too many headers 431, and the server goes on', async () => {
  expect(await raw('NONSENSE\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  expect(await raw(`GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
  expect(await get('/')).toMatch(/^HTTP\/1\.1 200 /);
});

test('a body over the limit gets 413, announced or not; base64 counts', async () => {
  const text = { 'content-type': 'application/json', authorization: 'Bearer x' };
  const send = async (body: NonNullable<RequestInit['body']>, headers: Record<string, string>) => {
    const init = { method: 'POST', body, headers, duplex: 'half' } as RequestInit;
    const answer = await fetch(`${origin}/api/v1/uploads`, init);
    return [answer.status, answer.headers.get('content-type'), ((await answer.json()) as { code?: string }).code];
  };
  const refused = [413, 'application/problem+json', 'payload_too_large'];
  expect(await send('x'.repeat(MAX_BODY_BYTES + 1), text)).toEqual(refused);
  const stream = new Blob(['x'.repeat(MAX_BODY_BYTES + 1)]).stream();
  expect(await send(stream, text)).toEqual(refused);
  const binary = Buffer.alloc(MAX_BODY_BYTES - 1000);
  expect(await send(binary, { ...text, 'content-type': 'image/png' })).toEqual(refused);
  expect(events).toEqual([]);
  expect((await send('x'.repeat(MAX_BODY_BYTES), text))[0]).toBe(200);
});

/** What browsers send when they go somewhere. */
const browser = 'text/html,application/xhtml+xml,*/*;q=0.8';

test.each([
  ['/%', 400, 'vi', 'Địa chỉ không hợp lệ'],
  ['/en/%', 400, 'en', 'The address is not valid'],
  [`/${'x'.repeat(70_000)}`, 414, 'vi', 'Địa chỉ quá dài'],
  [`/en?q=${'x'.repeat(70_000)}`, 414, 'en', 'The address is too long'],
  ['/media/none.webp', 404, 'vi', 'Không tìm thấy'],
] as const)('a browser gets a page in its language: %#', async (path, status, language, title) => {
  const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nAccept: ${browser}\r\nConnection: close\r\n\r\n`);
  expectPage(answer, status, language, title);
});

function expectPage(answer: string, status: number, language: string, title: string | RegExp): void {
  expect(answer.split('\r\n')[0]).toContain(` ${status} `);
  expect(answer).toMatch(/content-type: text\/html/i);
  expect(answer).toContain(`<html lang="${language}">`);
  expect(/<h1>(.*)<\/h1>/.exec(answer)?.[1]).toMatch(title);
  expect(answer).toContain(`<a href="${language === 'en' ? '/en' : '/'}">`);
}

test('too many headers, too large a body, a fault, a method: each is a page for a browser', async () => {
  const head = `Host: x\r\nAccept: ${browser}\r\nConnection: close\r\n`;
  const long = await raw(`GET /en/x HTTP/1.1\r\n${head}Cookie: ${'y'.repeat(20_000)}\r\n\r\n`);
  expectPage(long, 431, 'en', 'The browser sends too much along');
  const large = await raw(`POST /challenges/new?/publish HTTP/1.1\r\n${head}Content-Length: 99000000\r\n\r\n`);
  expectPage(large, 413, 'vi', 'Dữ liệu gửi lên quá lớn');
  expect(large).toContain('<a href="/challenges/new">');
  web = () => {
    throw new Error('no');
  };
  expectPage(await raw(`GET /page HTTP/1.1\r\n${head}\r\n`), 502, 'vi', 'Đã xảy ra lỗi');
  const wrong = await raw(`DELETE /media/a.webp HTTP/1.1\r\n${head}\r\n`);
  expectPage(wrong, 405, 'vi', 'Phương thức không được hỗ trợ');
});

test('a program gets problems from the API, whatever it accepts, in the language it asks for', async () => {
  handler = () => Promise.reject(new Error('no'));
  for (const accept of [browser, '*/*', 'application/json']) {
    const answer = await fetch(`${origin}/api/x`, { headers: { accept, 'accept-language': 'en' } });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ status: 502, title: 'Something went wrong' });
  }
});

test('a client that leaves in the middle harms nobody', async () => {
  const socket = connect(port, '127.0.0.1');
  socket.write('POST /api/x HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf');
  await sleep(50);
  socket.destroy();
  await sleep(50);
  expect(events).toEqual([]);
  expect((await fetch(`${origin}/api/x`)).status).toBe(200);
});

test('a handler that throws or answers nonsense becomes a problem', async () => {
  handler = () => Promise.reject(new Error('no'));
  const answer = await fetch(`${origin}/api/x`);
  expect([answer.status, await answer.json()]).toMatchObject([502, { code: 'internal_error', status: 502 }]);
  handler = async () => json({}, { 'x-bad': 'a\nb' });
  expect((await fetch(`${origin}/api/x`)).status).toBe(502);
  web = () => {
    throw new Error('no');
  };
  expect((await fetch(`${origin}/page`)).status).toBe(502);
});

test('an answer that may be kept is asked for once, also by many at the same time', async () => {
  handler = async () => {
    await sleep(50);
    return json({ big: 'x'.repeat(3000) }, kept);
  };
  const answers = await Promise.all(Array.from({ length: 10 }, () => fetch(`${origin}/api/list`)));
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  expect(new Set(texts).size).toBe(1);
  expect(events).toHaveLength(1);
  const etag = answers[0]?.headers.get('etag') ?? '';
  const again = await fetch(`${origin}/api/list`, { headers: { 'if-none-match': etag } });
  expect([again.status, events.length]).toEqual([304, 1]);
  for (const encoding of ['br', 'gzip']) {
    const packed = await fetch(`${origin}/api/list`, { headers: { 'accept-encoding': encoding } });
    expect(packed.headers.get('content-encoding')).toBe(encoding);
    expect(await packed.text()).toBe(texts[0]);
  }
});

test.each([
  ['no permission', json({})],
  ['private', json({}, { 'cache-control': 'private, s-maxage=60' })],
  ['a cookie set', { ...json({}, kept), cookies: ['a=1'] }],
  ['an unknown Vary', json({}, { ...kept, vary: 'x-other' })],
  ['an error', { ...json({}, kept), statusCode: 500 }],
])('%s: not kept', async (_, result) => {
  handler = async () => result;
  const path = `/api/${Math.random()}`;
  for (let i = 0; i < 3; i++) await fetch(origin + path).then((answer) => answer.text());
  expect(events).toHaveLength(3);
});

test('who is signed in is never served from the cache, nor kept in it', async () => {
  handler = async (event) => json({ who: event.cookies?.[0] ?? event.headers.authorization ?? 'nobody' }, kept);
  const ask = async (headers: Record<string, string>) =>
    ((await (await fetch(`${origin}/api/me`, { headers })).json()) as { who: string }).who;
  expect(await ask({})).toBe('nobody');
  expect(await ask({ cookie: 'session=1' })).toBe('session=1');
  expect(await ask({ cookie: '__Host-session=2' })).toBe('__Host-session=2');
  expect(await ask({ authorization: 'Bearer 3' })).toBe('Bearer 3');
  expect(await ask({ cookie: 'lang=en' })).toBe('lang=en');
  expect(await ask({})).toBe('nobody');
});

test('answers that differ by language are kept apart', async () => {
  handler = async (event) => json(event.headers['accept-language'], { ...kept, vary: 'Accept-Language' });
  const ask = async (language: string) =>
    (await fetch(`${origin}/api/hi`, { headers: { 'accept-language': language } })).json();
  for (const language of ['vi', 'en', 'vi', 'en']) expect(await ask(language)).toBe(language);
  expect(events).toHaveLength(2);
});

test('after a write nothing older is served, not even an answer that was on its way', async () => {
  let value = 1;
  let slow = 0;
  handler = async (event) => {
    if (event.requestContext.http.method === 'POST') {
      value++;
      return json({});
    }
    const read = value;
    await sleep(slow);
    return json(read, kept);
  };
  const read = async () => (await fetch(`${origin}/api/value`)).json();
  const write = () => fetch(`${origin}/api/value`, { method: 'POST' });
  expect([await read(), await read()]).toEqual([1, 1]);
  await write();
  expect(await read()).toBe(2);
  gateway.clear();
  slow = 100;
  const onItsWay = read();
  await sleep(30);
  await write();
  const after = read();
  expect(await onItsWay).toBe(2);
  expect(await after).toBe(3);
  slow = 0;
  expect(await read()).toBe(3);
});

test('pages are kept and compressed like the API, and a form post empties the cache', async () => {
  let renders = 0;
  web = (request, response) => {
    if (request.method === 'POST') return response.writeHead(303, { location: '/' }).end();
    response.setHeader('content-type', 'text/html');
    response.setHeader('cache-control', 'public, s-maxage=60');
    response.writeHead(200);
    response.write(`<p>${++renders}`);
    return response.end('x'.repeat(2000));
  };
  const page = async (headers = {}) => (await fetch(`${origin}/page`, { headers })).text();
  expect((await page()).slice(0, 4)).toBe('<p>1');
  expect((await page({ 'accept-encoding': 'br' })).slice(0, 4)).toBe('<p>1');
  expect((await page({ cookie: 'session=1' })).slice(0, 4)).toBe('<p>2');
  await fetch(`${origin}/page`, { method: 'POST', redirect: 'manual' });
  expect((await page()).slice(0, 4)).toBe('<p>3');
});

test('a page that is not kept streams, compressed when accepted', async () => {
  const text = 'đường phố '.repeat(5000);
  web = (_, response) => {
    response.setHeader('content-type', 'text/html');
    response.write(text);
    response.end();
  };
  for (const encoding of ['gzip', 'identity']) {
    const answer = await fetch(`${origin}/p`, { headers: { 'accept-encoding': encoding } });
    expect(answer.headers.get('content-encoding')).toBe(encoding === 'gzip' ? 'gzip' : null);
    expect(await answer.text()).toBe(text);
  }
});

test('the web asks the API without a socket and through the same cache', async () => {
  handler = async () => json({ n: events.length }, kept);
  const ask = async (request: Partial<Parameters<typeof gateway.fetchApi>[1]> = {}) =>
    JSON.parse(await (await gateway.fetchApi('http://x/api/n', { method: 'GET', headers: {}, ...request })).text());
  expect(await ask()).toEqual({ n: 1 });
  expect(await (await fetch(`${origin}/api/n`)).json()).toEqual({ n: 1 });
  expect(await ask({ headers: { authorization: 'Bearer 1' } })).toEqual({ n: 2 });
  await ask({ method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } });
  expect(events.at(-1)?.body).toBe('{}');
  expect(await ask()).toEqual({ n: 4 });
});

test('uploaded files are read-only, safe to open, and kept by browsers for an hour', async () => {
  await files.put('media/a/1.webp', Buffer.from('picture'), 'image/webp');
  const answer = await fetch(`${origin}/media/a/1.webp`);
  expect(await answer.text()).toBe('picture');
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=3600, s-maxage=86400',
    'x-content-type-options': 'nosniff',
  });
  const etag = answer.headers.get('etag')!;
  const again = (known: string) => fetch(`${origin}/media/a/1.webp`, { headers: { 'if-none-match': known } });
  expect([(await again(etag)).status, (await again('"other"')).status]).toEqual([304, 200]);
  await files.withhold(['media/a/1.webp']);
  expect((await again(etag)).status, 'what is withheld is not said to be as before').toBe(404);
  await files.serve(['media/a/1.webp']);
  expect((await fetch(`${origin}/media/a/2.webp`)).status).toBe(404);
  expect((await fetch(`${origin}/media/a/1.webp`, { method: 'DELETE' })).status).toBe(405);
});

test('local-only pages are found by their whole prefix', async () => {
  expect(await (await fetch(`${origin}/dev/thing/x`)).text()).toBe('dev');
  expect(await (await fetch(`${origin}/dev/thingy`)).text()).toBe('page');
});

test.each([1, 1_023, 2_001, 4_002])('a page of %i bytes is kept and arrives whole', async (length) => {
  web = (_, response) => {
    response.setHeader('content-type', 'text/html');
    response.setHeader('cache-control', 'public, s-maxage=2');
    response.end('x'.repeat(length));
  };
  for (let time = 0; time < 2; time++) expect((await (await fetch(`${origin}/page`)).text()).length).toBe(length);
});

test('a file is closed when whoever asked for it has gone', async () => {
  await files.put('media/gone.webp', new Uint8Array(10), 'image/webp');
  let closed = 0;
  const counted = async (key: string) => {
    const file = (await files.open(key))!;
    const close = () => {
      closed++;
      return file.close();
    };
    return { ...file, close };
  };
  const request = Object.assign(new IncomingMessage(new Socket()), { method: 'GET' });
  const response = new ServerResponse(request);
  response.destroy();
  await createMedia({ ...files, open: counted })(request, response, '/media/gone.webp');
  expect(closed).toBe(1);
});
