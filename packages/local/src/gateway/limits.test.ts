/** What strangers may take of this machine: connections, bytes of bodies, and pages that are for the person at it. */
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { silentLog } from '@hanoi/engine/log';
import { afterEach, describe, expect, it } from 'vitest';
import { parseTrustedProxies } from './client-address.ts';
import { createGateway, type Gateway, type GatewayOptions } from './gateway.ts';

const gateways: Gateway[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(gateways.splice(0).map((gateway) => gateway.close()));
});

const addresses: string[] = [];

async function open(options: Partial<GatewayOptions> = {}): Promise<{ gateway: Gateway; port: number }> {
  addresses.length = 0;
  const gateway = createGateway({
    pickHandler: async () => async (event) => {
      addresses.push(event.requestContext.http.sourceIp);
      return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: '{"ok":true}' };
    },
    web: (request, response) => void request.resume().once('end', () => response.end('page')),
    media: async (_, response) => void response.end(),
    devRoutes: { '/dev/thing': (_, response) => response.end('for the person here') },
    log: silentLog,
    ...options,
  });
  gateways.push(gateway);
  return { gateway, port: await gateway.listen(0, '0.0.0.0') };
}

/** A connection that has sent `text`. */
function dial(port: number, text = '', localAddress?: string): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', ...(localAddress && { localAddress }) }, () => {
      if (text) socket.write(text);
      resolve(socket);
    });
    socket.on('error', () => undefined);
    socket.resume();
    sockets.push(socket);
  });
}

const dialMany = (count: number, port: number, text?: string, localAddress?: string) =>
  Promise.all(Array.from({ length: count }, () => dial(port, text, localAddress)));

const ask = (port: number, path: string, headers: Record<string, string> = {}, method = 'GET', body?: string) =>
  fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { connection: 'close', ...headers },
    ...(body && { body }),
  });

const isOpen = (socket: Socket) => !socket.closed && !socket.destroyed;
const countOpen = (some: Socket[]) => some.filter(isOpen).length;

const unfinished = (length: number, path = '/api/v1/auth/codes', more = '') =>
  `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n${more}content-length: ${length}\r\n\r\n`;

describe('connections', () => {
  it('that do nothing go before somebody is refused, the longest idle first', async () => {
    const { port } = await open({ limits: { most: 20, mostOfNetwork: 20 } });
    const early = await dialMany(10, port);
    const late = await dialMany(10, port);
    for (let n = 0; n < 5; n++) expect((await ask(port, '/api/v1/challenges')).status).toBe(200);
    const newcomers = await dialMany(5, port);
    await expect.poll(() => countOpen(early)).toBeLessThan(10);
    expect([countOpen(late), countOpen(newcomers)]).toEqual([10, 5]);
  });

  it('that never finish what they send go too', async () => {
    const { port } = await open({ limits: { most: 20, mostOfNetwork: 20 } });
    await dialMany(20, port, `${unfinished(1_000)}{`);
    await sleep(50);
    expect((await ask(port, '/api/v1/challenges')).status).toBe(200);
  });

  it('of one network are a part of all, so that others need not wait', async () => {
    const { port } = await open({ limits: { most: 40, mostOfNetwork: 10 } });
    const others = await dialMany(5, port, '', '127.0.0.2');
    const greedy = await dialMany(60, port, '', '127.0.0.3');
    await expect.poll(() => countOpen(greedy)).toBe(10);
    expect(countOpen(others)).toBe(5);
  });

  it('of a trusted proxy are those of many people', async () => {
    const { port } = await open({
      limits: { most: 40, mostOfNetwork: 10 },
      trustedProxies: parseTrustedProxies('loopback'),
    });
    const people = await dialMany(30, port);
    await sleep(50);
    expect(countOpen(people)).toBe(30);
  });
});

describe('bodies', () => {
  it('of those who have not signed in have 16 KB in the API, whatever the route', async () => {
    const { gateway, port } = await open();
    const json = { 'content-type': 'application/json' };
    for (const path of ['/api/v1/auth/codes', '/api/v1/challenges', '/api/v1/uploads', '/api/v1/nothing']) {
      const answers = [16_384, 16_385].map((length) => ask(port, path, json, 'POST', 'x'.repeat(length)));
      expect(
        (await Promise.all(answers)).map(({ status }) => status),
        path,
      ).toEqual([200, 413]);
    }
    await expect.poll(() => gateway.heldBodies()).toBe(0);
  });

  it.each([
    ['/api/v1/challenges', 524_289, 413],
    ['/api/v1/challenges', 524_288, 200],
    ['/api/v1/auth/sessions', 16_385, 413],
    ['/api/v1/me', 16_385, 413],
  ])('for %s of %i bytes get %i, signed in', async (path, length, status) => {
    const { port } = await open();
    const headers = { 'content-type': 'application/json', authorization: 'Bearer x' };
    const method = path === '/api/v1/me' ? 'PATCH' : 'POST';
    expect((await ask(port, path, headers, method, 'x'.repeat(length))).status).toBe(status);
  });

  it.each([
    ['/sign-in', {}, 20_000, 413],
    ['/challenges/new', {}, 200_000, 200],
    ['/challenges/new', {}, 300_000, 413],
    ['/challenges/new', { cookie: 'session=x' }, 4_000_000, 200],
  ])('of the page %s with %j of %i bytes get %i', async (path, headers, length, status) => {
    const { gateway, port } = await open();
    expect((await ask(port, path, headers, 'POST', 'x'.repeat(length))).status).toBe(status);
    await expect.poll(() => gateway.heldBodies()).toBe(0);
  });

  it('that are never finished hold what the limit says, and go with those who send first', async () => {
    const { gateway, port } = await open({ limits: { bodyBytes: 1_000_000 } });
    const piece = 'x'.repeat(200_000);
    for (let n = 0; n < 40; n++) {
      // A cookie that opens no session costs nothing to send; half of them are forms of pages.
      const path = n % 2 ? '/challenges/new' : '/api/v1/challenges';
      await dial(port, unfinished(250_000, path, 'cookie: session=x\r\n') + piece);
    }
    await sleep(100);
    expect(gateway.heldBodies()).toBeLessThanOrEqual(1_000_000);
    expect(gateway.heldBodies()).toBeGreaterThan(0);
    const headers = { 'content-type': 'application/json', authorization: 'Bearer x' };
    expect((await ask(port, '/api/v1/challenges', headers, 'POST', piece)).status, 'who sends all of it').toBe(200);
  });

  it('that are never finished are given back in time', async () => {
    const { gateway, port } = await open({ limits: { requestMs: 600 } });
    const slow = await dialMany(10, port, `${unfinished(10_000)}${'x'.repeat(5_000)}`);
    await expect.poll(() => gateway.heldBodies()).toBe(50_000);
    await expect.poll(() => gateway.heldBodies()).toBe(0);
    await expect.poll(() => countOpen(slow)).toBe(0);
  });

  it('without a length that are too long for a page end the connection', async () => {
    const { gateway, port } = await open();
    const head = 'POST /sign-in HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n';
    const socket = await dial(port, `${head}8000\r\n${'x'.repeat(0x8000)}\r\n`);
    await expect.poll(() => isOpen(socket)).toBe(false);
    expect(gateway.heldBodies()).toBe(0);
  });
});

describe('a request that is not whole in time', () => {
  const browser = 'accept: text/html\r\nhost: localhost\r\n';
  const form = 'content-type: application/x-www-form-urlencoded\r\n';

  it('of a browser is told on a page in its language', async () => {
    const { port } = await open({ limits: { requestMs: 600 } });
    const sent = `POST /en/challenges/new HTTP/1.1\r\n${browser}${form}content-length: 9000\r\n\r\ntitle=`;
    const [head = '', page = ''] = (await rawAnswer(port, sent)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(head).toContain('content-type: text/html; charset=utf-8\r\n');
    expect(head).toContain('cache-control: no-store\r\n');
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<h1>Sending took too long</h1>');
  });

  it('can be begun again, with what the browser still has', async () => {
    const { port } = await open({ limits: { requestMs: 600 } });
    const sent = `POST /challenges/new?/publish HTTP/1.1\r\n${browser}${form}content-length: 9000\r\n\r\ntitle=`;
    const page = await rawAnswer(port, sent);
    expect(page).toContain('<a href="/challenges/new">Thử lại</a>');
    expect(page).toContain('hãy bấm nút Quay lại');
  });

  // Node passes on nothing of headers that never end: who asks is not known.
  it.each([
    ['of a program', `${unfinished(1_000)}{`],
    ['that has not said who asks', `GET /challenges HTTP/1.1\r\n${browser}`],
  ])('%s is told as a problem', async (_, sent) => {
    const { port } = await open({ limits: { requestMs: 600 } });
    const [head = '', body = ''] = (await rawAnswer(port, sent)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 408 [\s\S]*content-type: application\/problem\+json/);
    expect(JSON.parse(body)).toMatchObject({ status: 408, code: 'request_timeout', title: 'Gửi quá lâu' });
  });
});

describe('pages for the person at this machine', () => {
  const statusOf = async (port: number, headers: Record<string, string>) =>
    (await rawGet(port, '/dev/thing', headers)).includes('for the person here');

  it('answer them by the names of this machine', async () => {
    const { port } = await open();
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`])
      expect(await statusOf(port, { host }), host).toBe(true);
    expect(await statusOf(port, { host: 'evil.example' })).toBe(false);
  });

  it.each(['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded', 'via', 'x-real-ip'])(
    'answer nobody for whom %s was added, though the proxy sends our own name',
    async (name) => {
      const { port } = await open();
      expect(await statusOf(port, { host: `localhost:${port}`, [name]: '1.1 proxy' })).toBe(false);
      const trusting = await open({ trustedProxies: parseTrustedProxies('loopback') });
      expect(await statusOf(trusting.port, { host: `localhost:${trusting.port}`, [name]: '1.1 proxy' })).toBe(false);
    },
  );
});

describe('the address of who asks', () => {
  it.each([
    ['10.0.0.0/8', '198.51.100.1', '127.0.0.1'],
    ['loopback', '198.51.100.1:5000', '198.51.100.1'],
    ['loopback', '[2001:db8::1]:5000', '2001:db8::1'],
    ['loopback', '203.0.113.9, 198.51.100.1', '198.51.100.1'],
  ])('with TRUST_PROXY=%s and %s is %s for the functions', async (setting, forwarded, expected) => {
    const { port } = await open({ trustedProxies: parseTrustedProxies(setting) });
    await ask(port, '/api/v1/x', { 'x-forwarded-for': forwarded });
    expect(addresses).toEqual([expected]);
  });
});

/** Fetch sets its own name of the host. */
function rawGet(port: number, path: string, headers: Record<string, string>): Promise<string> {
  const lines = Object.entries({ ...headers, connection: 'close' }).map(([name, value]) => `${name}: ${value}\r\n`);
  return rawAnswer(port, `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
}

/** All that comes until the connection ends, to a request as it is. */
function rawAnswer(port: number, sent: string): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(sent));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
}
