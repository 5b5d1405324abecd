/** What is lost on the way to the API, by a real server that loses it. */
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { fetchApi, patience } from './fetch-api.ts';

let server: Server;
let origin: string;
const asked: string[] = [];
const usual = { ...patience };

async function serve(answer: (count: number, ...args: Parameters<RequestListener>) => void): Promise<void> {
  asked.length = 0;
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.socket.remotePort}`);
    answer(asked.length, request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
afterEach(() => {
  Object.assign(patience, usual);
  server.closeAllConnections();
  server.close();
});

const get = () => fetchApi(new Request(`${origin}/api/v1/programmes`));
const post = () => fetchApi(new Request(`${origin}/api/v1/challenges`, { method: 'POST', body: '{}' }));

it('a GET that is reset is sent once more', async () => {
  await serve((count, { socket }, response) => (count === 1 ? socket.destroy() : response.end('here')));
  expect(await (await get()).text()).toBe('here');
  expect(asked).toHaveLength(2);
});

it('a GET whose answer breaks off is sent once more', async () => {
  await serve((count, { socket }, response) => {
    if (count > 1) return response.end('whole');
    response.writeHead(200, { 'content-length': '100' }).write('hal');
    setTimeout(() => socket.destroy(), 20);
  });
  expect(await (await get()).text()).toBe('whole');
});

it('a GET that is not answered in time is sent once more', async () => {
  patience.reading = 200;
  await serve((count, _, response) => void (count > 1 && response.end('at last')));
  expect(await (await get()).text()).toBe('at last');
});

it('twice is enough', async () => {
  await serve((_, { socket }) => socket.destroy());
  await expect(get()).rejects.toThrow(/fetch failed/);
  expect(asked).toHaveLength(2);
});

it('an answer is an answer, whatever it says', async () => {
  await serve((_, __, response) => response.writeHead(503, { 'x-request-id': 'r1' }).end('busy'));
  const response = await get();
  expect([response.status, response.headers.get('x-request-id'), await response.text()]).toEqual([503, 'r1', 'busy']);
  expect(asked).toHaveLength(1);
});

it('an answer without a body is one too', async () => {
  await serve((_, __, response) => response.writeHead(204).end());
  expect((await get()).status).toBe(204);
});

it('what may have been done is not done again', async () => {
  await serve((_, { socket }) => socket.destroy());
  await expect(post()).rejects.toThrow(/fetch failed/);
  expect(asked).toHaveLength(1);
});

it('a connection is used again at once, and not after a rest', async () => {
  await serve((_, __, response) => response.end('ok'));
  const tenTimes = async () => {
    asked.length = 0;
    for (let time = 0; time < 10; time++) await get();
    return new Set(asked).size;
  };
  // On a machine so busy that a second passes between all of them, the next ten will do.
  await expect.poll(tenTimes, { interval: 0 }).toBeLessThan(10);
  await sleep(1_500);
  await get();
  expect(asked.slice(0, -1)).not.toContain(asked.at(-1));
});
