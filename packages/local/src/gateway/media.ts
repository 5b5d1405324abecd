/** Serves uploaded files: read-only, under safe names only, to be kept for good. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
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
    response.writeHead(200, {
      'content-type': file.contentType,
      'content-length': file.size,
      'cache-control': 'public, max-age=31536000, immutable',
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
