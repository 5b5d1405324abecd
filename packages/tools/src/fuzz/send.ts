/** Sends a request byte by byte as it is, and judges the answer. */
import { connect } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { FuzzRequest } from './requests.ts';
import type { World } from './world.ts';

/** `body` as it was before it was sent in chunks and compressed. */
export type FuzzAnswer = { status: number; headers: string; body: string; ms: number };

const LONGEST_MS = 10_000;

/** The bytes of the request on this site. */
export function bytesOf(request: FuzzRequest, world: World, host: string): Buffer {
  const fill = (text: string) =>
    text.replace(/⟦(\w+)\.(\d+)⟧/g, (whole, kind: string, index: string) => world[kind]?.[Number(index)] ?? whole);
  const path = Buffer.from(fill(request.path).replace(/[\r\n]/g, '')).toString('latin1');
  const body =
    request.body &&
    Buffer.from(
      fill(request.body.toString('latin1').includes('\u00e2\u009f\u00a6') ? request.body.toString('utf8') : ''),
      'utf8',
    );
  const sent = body?.length ? body : request.body;
  const headers: Record<string, string> = { host, connection: 'close', ...request.headers };
  if (sent) headers['content-length'] = String(sent.length);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${fill(value)}\r\n`);
  const head = `${request.method} ${path || '/'} HTTP/1.1\r\n${lines.join('')}\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), sent ?? Buffer.alloc(0)]);
}

/** Sends it on a connection of its own. Throws when there is no whole answer in time. */
export function send(port: number, bytes: Buffer): Promise<FuzzAnswer> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    const late = setTimeout(() => {
      socket.destroy();
      reject(new Error(`no answer in ${LONGEST_MS} ms`));
    }, LONGEST_MS);
    socket.on('data', (chunk) => chunks.push(chunk));
    // A refusal may come before all is sent.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(late);
      const ms = performance.now() - began;
      try {
        resolve({ ...read(Buffer.concat(chunks)), ms });
      } catch (error) {
        reject(error);
      }
    });
  });
}

function read(bytes: Buffer): Omit<FuzzAnswer, 'ms'> {
  const end = bytes.indexOf('\r\n\r\n');
  const headers = bytes.subarray(0, Math.max(0, end)).toString('utf8');
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(headers)?.[1]);
  if (!status) throw new Error(`no answer but: ${bytes.subarray(0, 200).toString('utf8')}`);
  const sent = bytes.subarray(end + 4);
  const body = /^transfer-encoding: chunked/im.test(headers) ? unchunked(sent) : sent;
  const encoding = /^content-encoding: (\w+)/im.exec(headers)?.[1];
  return { status, headers, body: (body.length > 0 ? decoded(body, encoding) : body).toString('utf8') };
}

function unchunked(sent: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const start = sent.indexOf('\r\n', at) + 2;
    const length = start < 2 ? 0 : Number.parseInt(sent.subarray(at, start).toString('latin1'), 16);
    if (!length) return Buffer.concat(chunks);
    chunks.push(sent.subarray(start, start + length));
    at = start + length + 2;
  }
}

function decoded(body: Buffer, encoding: string | undefined): Buffer {
  if (encoding === 'gzip') return gunzipSync(body);
  return encoding === 'br' ? brotliDecompressSync(body) : body;
}

/** Throws when the answer is none a client could work with. Pages refuse in their own way; the API with problems. */
export function judge(path: string, answer: FuzzAnswer): void {
  const { status, headers, body } = answer;
  const got = `${status} ${body.slice(0, 500)}`;
  // Where no web is built, its pages say so with a 503.
  const isUnbuiltPage = status === 503 && !path.startsWith('/api/') && body.includes('npm start');
  if (status >= 500 && !isUnbuiltPage) throw new Error(`a fault of the server: ${got}`);
  if (/node_modules|\.ts:\d|at async |dynamodb|dynoxide/i.test(body) && !body.includes('"openapi"'))
    throw new Error(`it shows its internals: ${got}`);
  const type = /^content-type: (.*)$/im.exec(headers)?.[1] ?? '';
  if (status >= 400 && type.startsWith('application/problem+json') && body) {
    const problem = JSON.parse(body);
    const isWhole =
      problem.status === status && problem.code && problem.title && problem.detail && Array.isArray(problem.errors);
    if (!isWhole) throw new Error(`half a problem: ${got}`);
  } else if (status >= 400 && body && path.startsWith('/api/'))
    throw new Error(`a refusal that is no problem: ${type} ${got}`);
  else if (type.startsWith('application/json') && body) JSON.parse(body);
}
