/** The canary sees what a reader sees: a whole page, or none. */
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { handler } from './handler.ts';

let server: Server;
async function serve(listener: RequestListener): Promise<void> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.env.PUBLIC_ORIGIN = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
afterEach(() => {
  server.closeAllConnections();
  server.close();
  delete process.env.PUBLIC_ORIGIN;
});

it('is content with a whole page', async () => {
  const asked: (string | undefined)[] = [];
  await serve(({ url }, response) => {
    asked.push(url);
    response.end('<!doctype html><html><body>Xin chào</body></html>\n');
  });
  expect(await handler()).toEqual({ status: 200 });
  expect(asked).toEqual(['/']);
});

it('fails for an error, also one with a page', async () => {
  await serve((_, response) => response.writeHead(503).end('<html>Đang bận</html>'));
  await expect(handler()).rejects.toThrow(/answered 503/);
});

it('fails for a page that breaks off', async () => {
  await serve((_, response) => response.end('<!doctype html><html><body>'));
  await expect(handler()).rejects.toThrow(/without an end/);
});

it('fails when nobody answers', async () => {
  await serve(({ socket }) => socket.destroy());
  await expect(handler()).rejects.toThrow(/fetch failed/);
});
