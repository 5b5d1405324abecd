/** Loads the built pages, which are imported by path because they are made by another build. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FetchApi } from './gateway/api.ts';
import type { NodeHandler } from './gateway/gateway.ts';
import { localPage, sendPage } from './local-page.ts';

type BuiltHandler = (...args: [...Parameters<NodeHandler>, next: (error?: unknown) => void]) => unknown;

/** The handler of the pages. `fetchApi` is what they ask the API with while they render. */
export async function loadWeb(root: string, origin: string, fetchApi: FetchApi): Promise<NodeHandler> {
  const file = join(root, 'web/build/handler.js');
  if (!existsSync(file))
    return (_, response) => sendPage(response, 503, localPage('Chưa có trang web', '<p>npm start</p>'));
  // Read by the build when it is imported; the gateway puts whom it saw into the address header.
  Object.assign(process.env, { ORIGIN: origin, BODY_SIZE_LIMIT: '6M', ADDRESS_HEADER: 'x-forwarded-for' });
  Object.assign(globalThis, { [Symbol.for('hanoi.api')]: fetchApi });
  const { handler } = (await import(pathToFileURL(file).href)) as { handler: BuiltHandler };
  return (request, response) =>
    handler(request, response, (error) => {
      if (error) throw error;
      sendPage(response, 404, localPage('Không tìm thấy', ''));
    });
}
