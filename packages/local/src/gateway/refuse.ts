/** Refuses requests that are still being sent, or are not HTTP, in a way that lets the client read the reason. */
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { failureOf, requestIn } from './failure-page.ts';
import { type Problem, problems } from './problem.ts';

const LINGER_MS = 1000;

/**
 * Discards what is still being sent for a moment, unless the client waits for `100 Continue`: then it reads our answer.
 */
export async function passRest(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed || request.headers.expect !== undefined) return;
  request.resume();
  await new Promise<void>((resolve) => {
    const late = setTimeout(resolve, LINGER_MS);
    const done = () => {
      clearTimeout(late);
      resolve();
    };
    request.once('end', done).once('close', done);
  });
}

/** Lets a client that is still sending read the refusal: an immediate reset would lose the answer. */
export function refuseRest(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('connection', 'close');
  response.once('finish', () => {
    request.resume();
    const { socket } = request;
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
  });
}

const latest = new WeakMap<Socket, IncomingMessage>();

/** Remembers who asks on a connection, for a request whose body never ends: that fails as the connection's, not as its own. */
export function noteRequest(request: IncomingMessage): void {
  latest.set(request.socket, request);
}

/** Answers what was not even HTTP: a malformed request line, headers too long, a request that never ends. */
export function refuseSocket(error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const problem = problemOf(error);
  const request = error.rawPacket ? requestIn(error.rawPacket) : (latest.get(socket) ?? requestIn(undefined));
  const { status, headers, body } = failureOf(request, problem);
  const sent = { ...headers, 'content-length': body.length, connection: 'close' };
  const lines = Object.entries(sent).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n`);
  socket.end(body);
}

function problemOf({ code, rawPacket }: NodeJS.ErrnoException & { rawPacket?: Buffer }): Problem {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return problems.requestTimeout;
  if (code !== 'HPE_HEADER_OVERFLOW') return problems.invalidRequest;
  // Node counts the address among the headers.
  return rawPacket?.includes('\n') === false ? problems.addressTooLong : problems.headersTooLarge;
}
