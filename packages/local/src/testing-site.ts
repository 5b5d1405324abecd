/** The whole site as a process of its own, as `npm start` runs it, for tests that use it from outside and kill it. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasOwnName } from '@hanoi/core/shared/default-name';
import { findFreePort } from '@hanoi/engine/free-port';
import type { ProcessIdentity } from '@hanoi/engine/process-identity';

const root = resolve(import.meta.dirname, '../../..');
/** On a busy machine the demo alone takes two minutes to load. */
const longestStartMs = 300_000;

export type Given = { token?: string; body?: unknown; headers?: Record<string, string>; signal?: AbortSignal };
// biome-ignore lint/suspicious/noExplicitAny: tests say themselves what they expect
export type SiteAnswer = { status: number; headers: Headers; text: string; json: any };
export type Person = { token: string; id: string; name: string };

export type TestSite = {
  origin: string;
  dataDir: string;
  pid: number;
  /** What it has written to its log. */
  said(): string;
  /** A request below `/api/v1`. Throws when the site is gone. */
  call(method: string, target: string, given?: Given): Promise<SiteAnswer>;
  /** Signs in by e-mail code, which is read from the mailbox; who has no name chooses one. */
  signIn(email: string): Promise<Person>;
  /** The engine of this site. */
  engine(): ProcessIdentity;
  /** Ends the server at once; its guard ends the engine. */
  kill(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Starts the site on `dataDir`, from its build when there is one (`npm test` builds first) or from its sources, and
 * resolves when it is ready. Throws what it said when it ends before.
 */
export async function startTestSite(
  dataDir: string,
  env: NodeJS.ProcessEnv = {},
  from: 'build' | 'sources' = 'build',
): Promise<TestSite> {
  const port = await findFreePort();
  const built = join(root, 'packages/local/dist/main.js');
  const script = from === 'build' && existsSync(built) ? built : join(root, 'packages/local/src/main.ts');
  const child = spawn(process.execPath, [script], {
    cwd: root,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, SEED: 'none', PUBLIC_ORIGIN: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const gone = new Promise<void>((done) => child.once('close', () => done()));
  const ready = new Promise<void>((done) => {
    const hear = (chunk: Buffer) => {
      said = (said + chunk).slice(-20_000);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.stdout.on('data', (chunk) => String(chunk).includes('ready in') && done());
  });
  const isReady = await Promise.race([
    ready.then(() => true),
    gone.then(() => false),
    sleep(longestStartMs, false, { ref: false }),
  ]);
  if (!isReady) {
    child.kill('SIGKILL');
    throw new Error(`The site did not start: ${said}`);
  }
  const origin = `http://localhost:${port}`;
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await gone;
  };
  return {
    origin,
    dataDir,
    pid: child.pid!,
    said: () => said,
    call: (method, target, given) => call(origin, method, target, given),
    signIn: (email) => signIn(origin, email),
    engine: () => JSON.parse(readFileSync(join(dataDir, 'instance.json'), 'utf8')).engine,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGINT'),
  };
}

async function call(origin: string, method: string, target: string, given: Given = {}): Promise<SiteAnswer> {
  const answer = await fetch(`${origin}/api/v1${target}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(given.body !== undefined && { 'content-type': 'application/json' }),
      ...(given.token && { authorization: `Bearer ${given.token}` }),
      ...given.headers,
    },
    ...(given.body !== undefined && { body: JSON.stringify(given.body) }),
    ...(given.signal && { signal: given.signal }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json');
  return { status: answer.status, headers: answer.headers, text, json: isJson ? JSON.parse(text) : undefined };
}

async function signIn(origin: string, email: string): Promise<Person> {
  await call(origin, 'POST', '/auth/codes', { body: { email } });
  const mail = await fetch(`${origin}/dev/mail?to=${email}`, { headers: { accept: 'application/json' } });
  const [newest] = (await mail.json()) as { subject: string }[];
  const { status, text, json } = await call(origin, 'POST', '/auth/sessions', {
    body: { email, code: newest!.subject.slice(0, 6) },
  });
  if (status !== 201) throw new Error(text);
  const { id, name } = json.person;
  if (hasOwnName({ id, name })) return { token: json.token, id, name };
  const chosen = { name: 'Người Thử' };
  const named = await call(origin, 'PATCH', '/me', { token: json.token, body: chosen });
  if (named.status !== 200) throw new Error(named.text);
  return { token: json.token, id, ...chosen };
}
