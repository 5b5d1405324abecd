/** Sends an answer that is not kept, compressed where that helps. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import type { Answer } from './answer.ts';
import { withAcceptEncoding } from './cache-entry.ts';
import { acceptsGzip, isCompressible, MIN_BYTES } from './encoding.ts';

const gzipInBackground = promisify(gzip);
/** Above this the compression is worth a trip to the thread pool. */
const INLINE_BYTES = 32 * 1024;

/** Sends the whole answer. */
export async function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  const { 'content-length': _, ...headers } = answer.headers;
  let { body } = answer;
  const compressible =
    body.length >= MIN_BYTES && !headers['content-encoding'] && isCompressible(headers['content-type']);
  if (compressible) {
    headers.vary = withAcceptEncoding(headers.vary);
    if (acceptsGzip(request.headers['accept-encoding'] as string | undefined)) {
      body = body.length > INLINE_BYTES ? await gzipInBackground(body, { level: 3 }) : gzipSync(body, { level: 3 });
      headers['content-encoding'] = 'gzip';
    }
  }
  if (response.destroyed || response.headersSent) return;
  const bodiless = answer.status === 204 || answer.status === 304;
  response.writeHead(answer.status, {
    ...headers,
    ...(answer.cookies.length > 0 && { 'set-cookie': [...answer.cookies] }),
    ...(!bodiless && { 'content-length': body.length }),
  });
  if (request.method === 'HEAD' || bodiless) response.end();
  else response.end(body);
}
