/** The proxies of docs/one-machine, with the real programs, before a real site; and what the doctor says of them. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '@hanoi/engine/free-port';
import { readDoctorKey } from '@hanoi/local/gateway/doctor-page';
import { startTestSite, type TestSite } from '@hanoi/local/testing-site';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkProxy } from './proxy.ts';

const examples = resolve(import.meta.dirname, '../../../../docs/one-machine');
const programs = { nginx: '/usr/sbin/nginx', caddy: '/usr/bin/caddy' };
const certificateName = 'sangkien';

let home: string;
let site: TestSite;
let port: number;
let proxy: ChildProcess | undefined;
/** Over IPv6, so that visitors do not have the address from which the proxy connects. */
const origin = () => `https://[::1]:${port}`;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'real-proxy-'));
  port = await findFreePort();
  site = await startTestSite(join(home, 'data'), { PUBLIC_ORIGIN: origin(), TRUST_PROXY: '127.0.0.1' });
  // The certificates of this test are nobody's.
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
}, 60_000);
afterEach(async () => {
  if (!proxy) return;
  const gone = new Promise((done) => proxy!.once('exit', done));
  proxy.kill();
  await gone;
  proxy = undefined;
});
afterAll(async () => {
  delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
  await site?.stop();
  rmSync(home, { recursive: true });
});

/** Starts a proxy and waits until it answers: Caddy listens before it has made its certificate. */
async function run(program: string, args: string[]): Promise<void> {
  proxy = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: home, XDG_DATA_HOME: home },
  });
  let said = '';
  for (const stream of [proxy.stdout!, proxy.stderr!]) stream.on('data', (chunk) => (said += chunk));
  for (let tries = 0; tries < 100; tries++) {
    if (proxy.exitCode !== null) throw new Error(`${program} ended: ${said}`);
    if (await answers()) return;
    await sleep(100);
  }
  throw new Error(`${program} does not answer: ${said}`);
}

function answers(): Promise<boolean> {
  return fetch(origin(), { redirect: 'manual' }).then(
    () => true,
    () => false,
  );
}

/** nginx with the example, changed by `change`. */
async function runNginx(change = (text: string) => text): Promise<void> {
  const folder = mkdtempSync(join(home, 'nginx-'));
  mkdirSync(join(folder, 'logs'));
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const subject = ['-subj', `/CN=${certificateName}`, '-keyout', key, '-out', certificate];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', ...subject], {
    stdio: 'pipe',
  });
  const example = readFileSync(join(examples, 'nginx.conf'), 'utf8')
    .replaceAll(/listen (\[::\]:)?80;/g, `listen ${await findFreePort()};`)
    .replace('listen 443 ssl http2;', '')
    .replace('[::]:443', `[::1]:${port}`)
    .replace('127.0.0.1:3000', new URL(site.origin).host.replace('localhost', '127.0.0.1'))
    .replace(/ssl_certificate \S+;/, `ssl_certificate ${certificate};`)
    .replace(/ssl_certificate_key \S+;/, `ssl_certificate_key ${key};`)
    .replace(/(listen \d+;\s+)listen \d+;/, '$1');
  const own = `pid ${folder}/pid; error_log stderr; events {}
http { access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/f;
uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;`;
  writeFileSync(join(folder, 'nginx.conf'), `${own}\n${change(example)}\n}`);
  await run(programs.nginx, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-g', 'daemon off; master_process off;']);
}

async function runCaddy(): Promise<void> {
  const example = readFileSync(join(examples, 'Caddyfile'), 'utf8')
    .replace('sangkien.example.vn {', `${origin()} {\n\ttls internal`)
    .replace('127.0.0.1:3000', new URL(site.origin).host.replace('localhost', '127.0.0.1'));
  const file = join(home, 'Caddyfile');
  writeFileSync(file, `{\n\tadmin off\n\tskip_install_trust\n\tauto_https disable_redirects\n}\n${example}`);
  await run(programs.caddy, ['run', '--adapter', 'caddyfile', '--config', file]);
}

/** What the doctor says, but of the certificate. */
async function examined() {
  const findings = await checkProxy({ origin: origin(), key: readDoctorKey(site.dataDir) });
  return findings.slice(1).map(({ state, text }) => `${state}: ${text}`);
}

const allGood = () => [
  `good: ${origin()} leads to a site of this kind.`,
  'good: The proxy passes on the name and the address of those who ask.',
  'good: The proxy lets pictures through.',
];

describe.skipIf(!existsSync(programs.nginx))('nginx', () => {
  it('as in the example does all that the site needs', async () => {
    await runNginx();
    expect(await examined()).toEqual(allGood());
    const page = await fetch(`${origin()}/en`, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(200);
    const secure = await fetch(`${origin()}/sign-in`, {
      method: 'POST',
      headers: { accept: 'text/html', origin: origin() },
      body: new URLSearchParams({ signInEmail: 'an@example.vn' }),
    });
    expect(secure.status, 'forms come from the right origin').toBe(422);
  });

  it.each([
    [
      'Host',
      (text: string) => text.replace(/proxy_set_header Host .*;/, ''),
      /bad: The proxy says that people asked for/,
    ],
    [
      'the address',
      (text: string) => text.replace(/proxy_set_header X-Forwarded-For .*;/, ''),
      /bad: The proxy passes on whatever/,
    ],
    [
      'pictures',
      (text: string) => text.replace(/client_max_body_size .*;/, ''),
      /bad: The proxy does not let pictures/,
    ],
  ])('without what concerns %s is seen through', async (_, change, complaint) => {
    await runNginx(change);
    expect((await examined()).filter((line) => complaint.test(line))).toHaveLength(1);
  });
});

describe.skipIf(!existsSync(programs.caddy))('Caddy', () => {
  it('as in the example does all that the site needs', async () => {
    await runCaddy();
    expect(await examined()).toEqual(allGood());
  });
});

it('a certificate that nobody vouches for, and a name that leads nowhere, are said', async () => {
  const [first, second] = await checkProxy({ origin: 'https://127.0.0.1:1', key: undefined });
  expect(first).toMatchObject({ state: 'bad', text: expect.stringContaining('ECONNREFUSED') });
  expect(second).toMatchObject({ state: 'bad', remedy: expect.stringContaining('DNS') });
});
