/**
 * Lambda's Runtime API around one bundle, in a process of its own that has nothing but Lambda's environment: one event at a
 * time, as JSON both ways, six megabytes at most, and an end to patience.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

export type LambdaOptions = {
  name: string;
  /** The folder of the bundle, with `handler.mjs`. */
  folder: string;
  environment: Record<string, string>;
  memoryMb?: number;
  timeoutMs?: number;
};

export type RunningLambda = {
  /** From the start of the process until it asked for its first event. */
  initMs: number;
  /**
   * Calls it; several wait for each other, as one instance takes one at a time. Throws what the function throws. With
   * `trace`, X-Ray has marked the call as part of it.
   */
  invoke(event: unknown, options?: { trace?: Trace }): Promise<unknown>;
  /** What it has written to its log. */
  said(): string;
  stop(): Promise<void>;
};

/** A trace, and the segment that Lambda has begun in it. */
export type Trace = { root: string; parent: string };

type Invocation = {
  id: string;
  event: string;
  trace?: Trace;
  done: (result: string) => void;
  fail: (error: Error) => void;
};

const payloadLimit = 6 * 1024 * 1024;
const base = '/2018-06-01/runtime';

/** Starts a function; resolves once it is ready. Throws when it can't be loaded. */
export async function startLambda(options: LambdaOptions): Promise<RunningLambda> {
  const { name, timeoutMs = 30_000 } = options;
  const waiting: Invocation[] = [];
  const running = new Map<string, Invocation>();
  const ready = Promise.withResolvers<void>();
  let next: ServerResponse | undefined;

  const give = () => {
    const invocation = next && waiting.shift();
    if (!next || !invocation) return;
    running.set(invocation.id, invocation);
    next.writeHead(200, {
      'lambda-runtime-aws-request-id': invocation.id,
      'lambda-runtime-deadline-ms': String(Date.now() + timeoutMs),
      'lambda-runtime-invoked-function-arn': `arn:aws:lambda:ap-southeast-1:000000000000:function:${name}`,
      'lambda-runtime-trace-id': traceHeader(invocation.trace),
    });
    next.end(invocation.event);
    next = undefined;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? '').slice(base.length);
    if (path === '/invocation/next') {
      next = response;
      ready.resolve();
      return give();
    }
    const text = Buffer.concat(await request.toArray()).toString();
    response.writeHead(202).end('{}');
    if (path === '/init/error') return ready.reject(new Error(`${name} does not start: ${text}`));
    const [, id = '', outcome] = /^\/invocation\/([^/]+)\/(response|error)$/.exec(path) ?? [];
    const invocation = running.get(id);
    running.delete(id);
    if (outcome === 'error') invocation?.fail(new Error(`${name} failed: ${text}`));
    else if (Buffer.byteLength(text) > payloadLimit) invocation?.fail(new Error(`${name} answers more than 6 MB`));
    else invocation?.done(text);
  };

  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const started = performance.now();
  // Its own disk, which ends with it.
  const disk = await mkdtemp(join(tmpdir(), 'lambda-'));
  const child = spawnRuntime(options, disk, (server.address() as AddressInfo).port);
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said += chunk;
    process.stderr.write(chunk);
  });
  child.once('exit', (code) => {
    const error = new Error(`${name} ended with ${code}`);
    ready.reject(error);
    for (const invocation of [...waiting, ...running.values()]) invocation.fail(error);
  });
  const stop = async () => {
    child.removeAllListeners('exit');
    if (child.exitCode === null && child.kill()) await once(child, 'exit');
    server.closeAllConnections();
    server.close();
    await rm(disk, { recursive: true, force: true });
  };
  await ready.promise.catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const initMs = performance.now() - started;

  return {
    initMs,
    stop,
    said: () => said,
    async invoke(event, { trace } = {}) {
      const text = JSON.stringify(event);
      if (Buffer.byteLength(text) > payloadLimit) throw new Error(`${name} is sent more than 6 MB`);
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      waiting.push({ id: randomUUID(), event: text, trace, done: resolve, fail: reject });
      give();
      const timer = setTimeout(() => reject(new Error(`${name} took longer than ${timeoutMs} ms`)), timeoutMs);
      try {
        return JSON.parse(await promise);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

function traceHeader(trace: Trace | undefined): string {
  if (!trace) return 'Root=1-00000000-000000000000000000000000;Parent=0000000000000000;Sampled=0';
  return `Root=${trace.root};Parent=${trace.parent};Sampled=1`;
}

/** The process: Lambda's own variables and the function's, none of ours. */
function spawnRuntime(
  { name, folder, environment, memoryMb = 1_024 }: LambdaOptions,
  disk: string,
  port: number,
): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(process.execPath, [join(import.meta.dirname, 'bootstrap.mjs')], {
    cwd: folder,
    env: {
      AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${port}`,
      _HANDLER: 'handler.handler',
      LAMBDA_TASK_ROOT: folder,
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
      AWS_LAMBDA_LOG_GROUP_NAME: `/hanoi-ideas/test/${name}`,
      AWS_LAMBDA_LOG_STREAM_NAME: 'test',
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      // As Lambda sets it: a call outside of any trace would be an error.
      AWS_XRAY_CONTEXT_MISSING: 'LOG_ERROR',
      TZ: ':UTC',
      TMPDIR: disk,
      LANG: 'en_US.UTF-8',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
