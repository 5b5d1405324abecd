/** Refuses requests that are still being sent, or are not HTTP, in a way that lets the client read the reason. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { type Problem, problemBody, problemHeaders } from './problem.ts';

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

/** Answers what was not even HTTP: a malformed request line, headers too long, a request that never ends. */
export function refuseSocket(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const [status, reason] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? ([431, 'Request Header Fields Too Large'] as const)
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? ([408, 'Request Timeout'] as const)
        : ([400, 'Bad Request'] as const);
  const problem: Problem = { status, code: 'invalid_request', title: 'Yêu cầu không hợp lệ', detail: reason };
  const body = problemBody(problem);
  const headers = { ...problemHeaders, 'content-length': Buffer.byteLength(body), connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${reason}\r\n${lines.join('')}\r\n${body}`);
}
