/** Serves uploaded files: read-only, under safe names only. A browser keeps one for an hour: by then it may be withheld. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { pictureCache } from '@hanoi/functions/ports';
import type { StoredFiles } from '../files/store.ts';
import { failureOf } from './failure-page.ts';
import { problems } from './problem.ts';
import { sendAnswer } from './send.ts';

/** Answers a request for `/media/…`. */
export function createMedia(files: StoredFiles) {
  return async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      return sendAnswer(request, response, failureOf(request, problems.methodNotAllowed));
    }
    const file = await files.open(path.slice(1));
    // Whoever asked has gone meanwhile: nothing can be written any more, and nobody else would close the file.
    if (response.destroyed) return file?.close();
    if (!file) return sendAnswer(request, response, failureOf(request, problems.notFound));
    const etag = `"${file.version}"`;
    const kept = { etag, 'cache-control': pictureCache };
    if (request.headers['if-none-match'] === etag) {
      await file.close();
      response.writeHead(304, kept).end();
      return;
    }
    response.writeHead(200, {
      ...kept,
      'content-type': file.contentType,
      'content-length': file.size,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
    });
    if (request.method === 'HEAD') {
      await file.close();
      response.end();
    } else pipeline(file.read(), response, () => undefined);
  };
}
