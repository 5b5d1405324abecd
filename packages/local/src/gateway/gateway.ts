/** The one HTTP server: API, web, uploaded files and local-only pages, behind a small cache. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { bodyLimits } from '@hanoi/core/api/limits';
import { networkOf } from '@hanoi/core/shared/network';
import type { Log } from '@hanoi/engine/log';
import { type Address, isDecodable, parseAddress } from './address.ts';
import type { Answer } from './answer.ts';
import { createApi, type FetchApi, isSafeMethod, type PickHandler } from './api.ts';
import { ClientGone, isBinary, readBody } from './body.ts';
import { apiBodyLimit, pageBodyLimit } from './body-limit.ts';
import { createBodyMeter } from './body-meter.ts';
import { sendEntry } from './cache-entry.ts';
import { captureResponse } from './capture.ts';
import {
  clientAddress,
  comesByProxy,
  isForwarded,
  isFromThisMachine,
  isProxy,
  type TrustedProxies,
} from './client-address.ts';
import { type ConnectionLimits, limitConnections } from './connections.ts';
import { doctorPath, isDoctor, sendSeen } from './doctor-page.ts';
import { failureOf } from './failure-page.ts';
import { createMicroCache, isAnonymous } from './micro-cache.ts';
import { ProblemError, problems } from './problem.ts';
import { noteRequest, passRest, refuseRest, refuseSocket } from './refuse.ts';
import { sendAnswer } from './send.ts';

export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => unknown;

export type GatewayOptions = {
  /** The Lambda handler for an API request. */
  pickHandler: PickHandler;
  /** The pages. */
  web: NodeHandler;
  /** Uploaded files, by path. */
  media: (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void>;
  /** Pages that exist only on one machine, by path prefix (`/dev/mail`). */
  devRoutes?: Record<string, NodeHandler>;
  log: Log;
  /** Whose `X-Forwarded-*` are believed. */
  trustedProxies?: TrustedProxies;
  /** The address people should use; browsers that came by another name of this machine are sent there. */
  origin?: string;
  /** What `npm run doctor` shows to be told what the site saw of its request. */
  doctorKey?: string;
  limits?: Partial<GatewayLimits>;
  /** Called when a write has gone through, before its answer leaves. */
  onWrite?: () => void;
};

export type GatewayLimits = ConnectionLimits & {
  /** Bytes of bodies held at a time, of all requests together. */
  bodyBytes: number;
  /** A request must be whole after so long, its head after a third of that. */
  requestMs: number;
};

const defaultLimits: GatewayLimits = {
  most: 4096,
  mostOfNetwork: 512,
  bodyBytes: 64 * 1024 * 1024,
  requestMs: 60_000,
};

export type Gateway = {
  server: Server;
  /** Bytes of bodies that are held now. */
  heldBodies(): number;
  /** The API without a socket, for the web's own calls. */
  fetchApi: FetchApi;
  /** Empties the cache. */
  clear(): void;
  listen(port: number, host: string): Promise<number>;
  /** Ends: running requests get a second, idle connections none. */
  close(): Promise<void>;
};

const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded'];

/** Makes the server; nothing listens yet. */
export function createGateway(options: GatewayOptions): Gateway {
  const { log, trustedProxies = [] } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const bodies = createBodyMeter(limits.bodyBytes);
  const cache = createMicroCache();
  const onWrite = () => {
    cache.clear();
    options.onWrite?.();
  };
  const api = createApi({ pickHandler: options.pickHandler, cache, log, onWrite });
  const devRoutes = Object.entries(options.devRoutes ?? {});

  const host = options.origin ? new URL(options.origin).host : undefined;

  const serve: NodeHandler = (request, response) => {
    const { url = '/', method } = request;
    // Only browsers send this header, and only for them it matters which name of the machine their cookies and forms belong to.
    if (host && request.headers['sec-fetch-mode'] === 'navigate' && isOtherName(request.headers.host, host)) {
      return response.writeHead(307, { location: options.origin + (parseAddress(url) ? url : '/') }).end();
    }
    if ((method === 'GET' || method === 'HEAD') && isAnonymous(request.headers)) {
      const entry = cache.get(url, request.headers);
      if (entry) return sendEntry(request, response, entry);
    }
    return route(request, response, url).catch((error: unknown) => fail(request, response, error));
  };

  const route = async (request: IncomingMessage, response: ServerResponse, url: string): Promise<void> => {
    const address = parseAddress(url);
    if (!address) throw new ProblemError(problems.invalidPath);
    const { path, query } = address;
    const dev = devRoutes.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`));
    const isForDev = dev && isFromHere(request);
    const source = clientAddress(request, trustedProxies);
    if (path === doctorPath && options.doctorKey && isDoctor(request, options.doctorKey)) {
      const connected = request.socket.remoteAddress ?? '';
      const isTrustedProxy = comesByProxy(request, trustedProxies);
      return sendSeen(response, { host: request.headers.host ?? '', address: source, connected, isTrustedProxy });
    }
    if (!comesByProxy(request, trustedProxies)) for (const name of FORWARDED) delete request.headers[name];
    if (path.startsWith('/api/')) {
      if (!isDecodable(query)) throw new ProblemError(problems.invalidPath);
      return serveApi(request, response, url, { path, query }, source);
    }
    if (path.startsWith('/media/')) return options.media(request, response, path);
    if (isForDev) {
      bodies.follow(request, response, bodyLimits.small);
      await dev[1](request, response);
      return;
    }
    return serveWeb(request, response, url, path, source);
  };

  const serveApi = async (
    request: IncomingMessage,
    response: ServerResponse,
    url: string,
    address: Address,
    sourceIp: string,
  ) => {
    const method = request.method ?? 'GET';
    const headers = request.headers as Record<string, string>;
    const run = async (): Promise<Answer> => {
      const binary = isBinary(headers['content-type'], headers['content-encoding']);
      const limit = apiBodyLimit({ method, path: address.path, headers }, binary);
      // `readBody` refuses a longer one, in words.
      if (hasBody(request)) bodies.follow(request, response, limit, () => undefined);
      const body = hasBody(request) ? await readBody(request, limit) : undefined;
      const protocol = `HTTP/${request.httpVersion}`;
      return api.call({
        method,
        address,
        headers,
        sourceIp,
        protocol,
        ...(body && { body }),
      });
    };
    if (method !== 'GET' || hasBody(request) || !isAnonymous(headers)) {
      return sendAnswer(request, response, await run());
    }
    const found = cache.look(url, headers);
    let entry = found.kind === 'hit' ? found.entry : found.kind === 'wait' ? await found.entry : undefined;
    if (entry) return sendEntry(request, response, entry);
    const answer = await run();
    if (found.kind === 'fill') entry = found.fill.finish(answer);
    if (entry) sendEntry(request, response, entry);
    else await sendAnswer(request, response, answer);
  };

  const serveWeb = async (
    request: IncomingMessage,
    response: ServerResponse,
    url: string,
    path: string,
    source: string,
  ) => {
    const limit = pageBodyLimit({ path, headers: request.headers });
    if (Number(request.headers['content-length'] ?? 0) > limit) throw new ProblemError(problems.payloadTooLarge);
    if (hasBody(request)) bodies.follow(request, response, limit);
    // The pages read it here, as `loadWeb` tells them.
    request.headers['x-forwarded-for'] = source;
    const mayKeep = request.method === 'GET' && isAnonymous(request.headers);
    const found = mayKeep ? cache.look(url, request.headers) : undefined;
    const entry = found?.kind === 'hit' ? found.entry : found?.kind === 'wait' ? await found.entry : undefined;
    if (entry) return sendEntry(request, response, entry);
    const giveBack = captureResponse(request, response, {
      fill: found?.kind === 'fill' ? found.fill : undefined,
      onStatus(status) {
        if (!isSafeMethod(request.method ?? 'GET') && status < 400) onWrite();
      },
    });
    try {
      await options.web(request, response);
    } catch (error) {
      giveBack();
      throw error;
    }
  };

  const fail = async (request: IncomingMessage, response: ServerResponse, error: unknown): Promise<void> => {
    if (error instanceof ClientGone) return void response.destroy();
    const problem = error instanceof ProblemError ? error.problem : problems.internalError;
    if (!(error instanceof ProblemError)) log.error(`${request.method} ${request.url} failed.`, error);
    if (response.headersSent) return void response.destroy();
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    await passRest(request);
    if (!request.complete) refuseRest(request, response);
    return sendAnswer(request, response, failureOf(request, problem));
  };

  const server = createServer(
    {
      maxHeaderSize: 16 * 1024,
      requestTimeout: limits.requestMs,
      headersTimeout: limits.requestMs / 3,
      // By itself Node looks every half a minute.
      connectionsCheckingInterval: Math.min(5_000, limits.requestMs / 3),
    },
    serve,
  );
  server.keepAliveTimeout = 65_000;
  limitConnections(server, limits, ({ remoteAddress }) =>
    isProxy(remoteAddress, trustedProxies) ? undefined : networkOf(remoteAddress ?? ''),
  );
  server.on('checkContinue', (request, response) => {
    // A body announced as too large is refused before it is sent.
    if (Number(request.headers['content-length'] ?? 0) <= announcedLimit(request)) response.writeContinue();
    serve(request, response);
  });
  // An unknown expectation is no reason to refuse the request.
  server.on('checkExpectation', serve);
  server.on('clientError', refuseSocket);
  server.prependListener('request', noteRequest);

  return {
    server,
    heldBodies: bodies.held,
    fetchApi: api.fetch,
    clear: cache.clear,
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.removeListener('error', reject);
          const address = server.address();
          resolve(typeof address === 'object' && address ? address.port : port);
        });
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 1000).unref();
      }),
  };
}

const LOOPBACK_NAMES = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/** Whether the request names this machine and port, but by another name than `host`. */
function isOtherName(asked: string | undefined, host: string): boolean {
  if (asked === undefined || asked === host) return false;
  return LOOPBACK_NAMES.test(asked) && LOOPBACK_NAMES.test(host) && asked.split(':').at(-1) === host.split(':').at(-1);
}

/**
 * Whether the request comes from this machine, knows its name and was passed on by nobody: neither a foreign site that borrows
 * the browser, nor a proxy that says nothing of whom it serves but its own name, is the person at this machine.
 */
function isFromHere(request: IncomingMessage): boolean {
  return isFromThisMachine(request) && LOOPBACK_NAMES.test(request.headers.host ?? '') && !isForwarded(request);
}

/** For a client that asks before it sends. */
function announcedLimit({ method = 'GET', url = '/', headers }: IncomingMessage): number {
  const [path = '/'] = url.split('?');
  return path.startsWith('/api/')
    ? apiBodyLimit({ method, path, headers }, isBinary(headers['content-type'], headers['content-encoding']))
    : pageBodyLimit({ path, headers });
}

function hasBody(request: IncomingMessage): boolean {
  return request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined;
}
