/** Coming back from an OpenID Connect provider: only the browser that left, and under a name as people write them. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { getItem } from '@hanoi/core/db/get';
import { oidcKey } from '@hanoi/core/db/keys';
import { sha256 } from '@hanoi/core/shared/hash';
import { makeCtx } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { finishOidc, startOidc } from './oidc.ts';

const table = useTable();
const ctx = () => makeCtx(table, { kind: 'anonymous' });
let provider: Server;
/** What the provider vouches for next: nothing, unless a test says so. */
let idToken: ((issuer: string) => string) | undefined;
const [published, other] = [
  generateKeyPairSync('rsa', { modulusLength: 2048 }),
  generateKeyPairSync('rsa', { modulusLength: 2048 }),
];

/** A provider that describes itself, publishes one key, and gives the token a test has made. */
beforeAll(async () => {
  provider = createServer((request, response) => {
    const issuer = `http://${request.headers.host}`;
    const token = idToken?.(issuer);
    const answers: Record<string, object | undefined> = {
      '/.well-known/openid-configuration': {
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/me`,
        jwks_uri: `${issuer}/keys`,
      },
      '/keys': { keys: [{ ...published.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] },
      '/token': token ? { access_token: 'x', token_type: 'Bearer', id_token: token } : undefined,
      '/me': { sub: 'somebody' },
    };
    const answer = answers[request.url ?? ''];
    response.setHeader('content-type', 'application/json');
    const status = answer ? 200 : 400;
    response.writeHead(request.url === '/token' ? (trouble ?? status) : status).end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  const { port } = provider.address() as { port: number };
  vi.stubEnv('OIDC_ISSUER', `http://127.0.0.1:${port}`);
  vi.stubEnv('OIDC_CLIENT_ID', 'hanoi');
});
afterAll(() => {
  vi.unstubAllEnvs();
  provider.close();
});

/** What the provider's token endpoint does instead of answering. */
let trouble: number | undefined;

const eventOf = (proto: string, cookies: string[] = [], rawQueryString = '') =>
  ({
    headers: { host: 'sangkien.example.vn', 'x-forwarded-proto': proto },
    cookies,
    rawQueryString,
  }) as unknown as APIGatewayProxyEventV2;

async function start(proto: string, next = '/', cookies: string[] = []) {
  const { result } = await startOidc(ctx(), next, eventOf(proto, cookies));
  const [name = '', state = ''] = result.cookies?.[0]?.split(';')[0]?.split('=') ?? [];
  const nonce = new URL(String(result.headers?.location)).searchParams.get('nonce') ?? '';
  return { name, state, nonce, cookie: result.cookies?.[0], cookies: result.cookies ?? [] };
}
const isSpent = async (state: string) => (await getItem(ctx(), oidcKey(sha256(state))))?.isSpent ?? false;

describe('the state', () => {
  it('is in a cookie bound to this host, wherever there is https', async () => {
    expect((await start('https')).cookie).toMatch(
      /^__Host-oidc-[\w-]{12}=[^;]+; Path=\/; .*HttpOnly; SameSite=Lax; Secure$/,
    );
    expect((await start('http')).name).toMatch(/^oidc-[\w-]{12}$/);
  });

  it('that a neighbouring site planted brings nobody in, and stays unspent', async () => {
    const { state, name } = await start('https');
    const query = `code=theirs&state=${state}`;
    const planted = finishOidc(ctx(), eventOf('https', [`${name.replace('__Host-', '')}=${state}`], query));
    await expect(planted).rejects.toMatchObject({ code: 'oidc_failed' });
    expect(await isSpent(state)).toBe(false);
    const own = finishOidc(ctx(), eventOf('https', [`${name}=${state}`], query));
    await expect(own, 'the provider knows no such code').rejects.toMatchObject({ code: 'oidc_failed' });
    expect(await isSpent(state)).toBe(true);
  });

  it('of one tab leaves the other’s alone, and a browser keeps eight at most', async () => {
    const open: string[] = [];
    for (let tab = 0; tab < 12; tab++) {
      const { cookies } = await start('https', '/', open);
      for (const cookie of cookies) {
        const [pair = '', ...attributes] = cookie.split('; ');
        const [name = ''] = pair.split('=');
        if (attributes.includes('Max-Age=0'))
          open.splice(
            open.findIndex((one) => one.startsWith(`${name}=`)),
            1,
          );
        else open.push(pair);
      }
    }
    expect(new Set(open.map((pair) => pair.split('=')[0])).size).toBe(8);
  });
});

describe('what fails tells what it was, and where the person was going', () => {
  const comeBack = async (query: string, { state, name }: { state: string; name: string }) =>
    finishOidc(ctx(), eventOf('https', [`${name}=${state}`], `${query}&state=${state}`)).catch(
      (error: unknown) => error,
    );

  it.each([
    ['error=access_denied', 'oidc_cancelled'],
    ['error=temporarily_unavailable', 'oidc_unavailable'],
    ['error=interaction_required', 'oidc_failed'],
    ['code=unknown', 'oidc_failed'],
  ])('%s: %s; and once more: it was used', async (query, code) => {
    const begun = await start('https', '/en/challenges/new');
    expect(await comeBack(query, begun)).toMatchObject({ code, data: { next: '/en/challenges/new' } });
    expect(await comeBack(query, begun)).toMatchObject({ code: 'oidc_expired', data: { next: '/en/challenges/new' } });
  });

  it('a provider in trouble is away, not wrong', async () => {
    trouble = 503;
    expect(await comeBack('code=any', await start('https'))).toMatchObject({ code: 'oidc_unavailable' });
    trouble = undefined;
  });

  it('an unknown state is one of long ago', async () => {
    const begun = { state: 'x'.repeat(43), name: `__Host-oidc-${'x'.repeat(12)}` };
    expect(await comeBack('code=any', begun)).toMatchObject({ code: 'oidc_expired' });
  });
});

describe('the token', () => {
  const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  /** A token as the provider makes it, signed with `key`. */
  const signedWith = (key: KeyObject, nonce: string) => (iss: string) => {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss, aud: 'hanoi', sub: 'somebody', name: 'Trần Thị Lan', nonce, iat: now, exp: now + 60 };
    const text = `${encoded({ alg: 'RS256', kid: 'one' })}.${encoded(claims)}`;
    return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
  };
  const comeBackWith = async (key: KeyObject) => {
    const { state, cookie, nonce } = await start('https');
    idToken = signedWith(key, nonce);
    return finishOidc(ctx(), eventOf('https', [cookie?.split(';')[0] ?? ''], `code=any&state=${state}`));
  };

  it('signed with the published key brings its bearer in', async () => {
    const { result } = await comeBackWith(published.privateKey);
    expect(result).toMatchObject({ statusCode: 303, headers: { location: '/' } });
    expect(result.cookies?.[0]).toMatch(/^__Host-session=per_/);
  });

  it('signed with any other key brings nobody in', async () => {
    await expect(comeBackWith(other.privateKey)).rejects.toMatchObject({ code: 'oidc_failed' });
  });
});
