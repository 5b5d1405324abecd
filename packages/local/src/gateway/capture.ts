/** Stands between the web's handler and the response: keeps what may be kept, compresses or passes on the rest. */
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { createGzip, type Gzip } from 'node:zlib';
import { sendEntry, withAcceptEncoding } from './cache-entry.ts';
import { acceptsGzip, isCompressible, MIN_BYTES } from './encoding.ts';
import { type Fill, keepSeconds } from './micro-cache.ts';
import { sendAnswer } from './send.ts';

// Node's own types take the optional arguments in several orders; here they are only passed on.
type Write = (chunk: unknown, ...rest: unknown[]) => boolean;
type End = (...all: unknown[]) => ServerResponse;
type Mode = 'undecided' | 'keep' | 'gzip' | 'plain';

export type CaptureOptions = {
  /** Set when the answer may go to the cache. */
  fill?: Fill | undefined;
  /** Called when the status is known and before anything is sent. */
  onStatus(status: number): void;
};

/**
 * Changes the response so that the handler's writing goes through here. Returns a function that gives the response
 * back untouched, for when the handler failed before anything was sent.
 */
export function captureResponse(
  request: IncomingMessage,
  response: ServerResponse,
  options: CaptureOptions,
): () => void {
  const { fill } = options;
  const original = {
    writeHead: response.writeHead,
    write: response.write as Write,
    end: response.end as End,
  };
  const kept: Buffer[] = [];
  let mode: Mode = 'undecided';
  let gzip: Gzip | undefined;

  /** The handler has set all headers: decide what becomes of the body. */
  const decide = () => {
    if (mode !== 'undecided') return;
    options.onStatus(response.statusCode);
    const headers = readHeaders(response);
    const isKept = fill && keepSeconds(response.statusCode, headers, response.hasHeader('set-cookie')) > 0;
    if (isKept && request.method === 'GET' && !headers['content-encoding']) {
      mode = 'keep';
      return;
    }
    fill?.finish({ status: response.statusCode, headers: {}, cookies: ['not kept'], body: Buffer.alloc(0) });
    // Node writes the head itself, by calling this, with the first bytes.
    response.writeHead = original.writeHead;
    mode = shouldGzip(request, response, headers) ? 'gzip' : 'plain';
    if (mode === 'gzip') gzip = startGzip(response, original);
  };

  response.writeHead = ((status: number, ...rest: unknown[]) => {
    response.statusCode = status;
    const headers = rest.find((part) => typeof part === 'object') as OutgoingHttpHeaders | string[] | undefined;
    if (Array.isArray(headers)) {
      for (let i = 0; i < headers.length; i += 2) response.appendHeader(headers[i]!, headers[i + 1]!);
    } else for (const name in headers) if (headers[name] !== undefined) response.setHeader(name, headers[name]);
    decide();
    return response;
  }) as ServerResponse['writeHead'];

  response.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
    decide();
    if (mode === 'plain') return original.write.call(response, chunk, ...rest);
    if (mode === 'gzip') return gzip!.write(chunk);
    kept.push(Buffer.from(chunk as string));
    return true;
  }) as ServerResponse['write'];

  response.end = ((chunk?: unknown, ...rest: unknown[]) => {
    decide();
    const last = typeof chunk === 'string' || chunk instanceof Uint8Array ? chunk : undefined;
    if (mode === 'plain') return original.end.call(response, chunk, ...rest);
    if (mode === 'gzip') {
      gzip!.end(last);
      return response;
    }
    if (last) kept.push(Buffer.from(last as string));
    Object.assign(response, original);
    const answer = {
      status: response.statusCode,
      headers: readHeaders(response),
      cookies: [],
      body: Buffer.concat(kept),
    };
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    const entry = fill!.finish(answer);
    if (entry) sendEntry(request, response, entry);
    else void sendAnswer(request, response, answer);
    return response;
  }) as ServerResponse['end'];

  // Whatever ends the response early must not leave others waiting for it.
  response.once('close', () => {
    fill?.finish(undefined);
    gzip?.destroy();
  });
  return () => {
    Object.assign(response, original);
    fill?.finish(undefined);
    gzip?.destroy();
  };
}

function readHeaders(response: ServerResponse): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.getHeaders())) {
    headers[name] = Array.isArray(value) ? value.join(', ') : String(value);
  }
  return headers;
}

function shouldGzip(request: IncomingMessage, response: ServerResponse, headers: Record<string, string>): boolean {
  if (request.method === 'HEAD' || [204, 206, 304].includes(response.statusCode)) return false;
  if (headers['content-encoding'] || !isCompressible(headers['content-type'])) return false;
  if (/no-transform/.test(headers['cache-control'] ?? '')) return false;
  if (Number(headers['content-length'] ?? MIN_BYTES) < MIN_BYTES) return false;
  response.setHeader('vary', withAcceptEncoding(headers.vary));
  return acceptsGzip(request.headers['accept-encoding'] as string | undefined);
}

function startGzip(response: ServerResponse, original: { write: Write; end: End }): Gzip {
  response.removeHeader('content-length');
  response.removeHeader('accept-ranges');
  response.setHeader('content-encoding', 'gzip');
  const gzip = createGzip({ level: 3 });
  gzip.on('data', (chunk: Buffer) => {
    if (!original.write.call(response, chunk)) gzip.pause();
  });
  response.on('drain', () => gzip.resume());
  gzip.on('drain', () => response.emit('drain'));
  gzip.on('end', () => original.end.call(response));
  gzip.on('error', () => response.destroy());
  return gzip;
}
