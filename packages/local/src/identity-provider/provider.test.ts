/** A complete sign-in with PKCE at the local provider, as the site's function does it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as client from 'openid-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientId, createIdentityProvider } from './provider.ts';
import { readSecrets } from './secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'oidc-'));
const secrets = readSecrets(folder);
let server: Server;
let origin: string;

beforeAll(async () => {
  let handler: ReturnType<typeof createIdentityProvider> | undefined;
  server = createServer((request, response) => handler?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  handler = createIdentityProvider({ origin, secrets });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

/** A browser that stores cookies and does not follow redirects. */
function browser() {
  const cookies = new Map<string, string>();
  return async (url: string, form?: Record<string, string>) => {
    const answer = await fetch(new URL(url, origin), {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/);
      if (value) cookies.set(name, value);
      else cookies.delete(name);
    }
    return { status: answer.status, location: answer.headers.get('location') ?? '', text: await answer.text() };
  };
}

const discover = () =>
  client.discovery(new URL(`${origin}/dev/oidc`), clientId, secrets.clientSecret, undefined, {
    execute: [client.allowInsecureRequests],
  });

async function signIn(number: string) {
  const configuration = await discover();
  const verifier = client.randomPKCECodeVerifier();
  const [state, nonce] = [client.randomState(), client.randomNonce()];
  const start = client.buildAuthorizationUrl(configuration, {
    redirect_uri: `${origin}/api/v1/auth/oidc/callback`,
    scope: 'openid profile email eid',
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  const go = browser();
  const { location: page } = await go(start.href);
  expect(page).toContain('/dev/oidc/interaction/');
  expect((await go(page)).text).toContain('Số định danh cá nhân');
  const wrong = await go(page, { name: 'Trần Văn Thử', number: '123' });
  expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('12 chữ số')]);
  let next = (await go(page, { name: 'Trần Văn Thử', number })).location;
  while (!next.includes('/callback')) next = (await go(next)).location;
  const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
  const tokens = await client.authorizationCodeGrant(configuration, new URL(next), checks);
  const claims = tokens.claims()!;
  return { claims, info: await client.fetchUserInfo(configuration, tokens.access_token, claims.sub) };
}

test('a person signs in and their claims arrive, the same subject for the same number', async () => {
  const first = await signIn('001099000001');
  const expected = { name: 'Trần Văn Thử', email: expect.any(String), email_verified: true, assurance: 'eid' };
  expect(first.claims).toMatchObject(expected);
  expect(first.info).toMatchObject(expected);
  expect(first.claims.sub).not.toContain('001099000001');
  expect((await signIn('001 099 000 001')).claims.sub).toBe(first.claims.sub);
  expect((await signIn('001099000002')).claims.sub).not.toBe(first.claims.sub);
});

test('without PKCE, or with another redirect URI, nobody is signed in', async () => {
  const configuration = await discover();
  const go = browser();
  const plain = { redirect_uri: `${origin}/api/v1/auth/oidc/callback`, scope: 'openid', state: 's' };
  expect((await go(client.buildAuthorizationUrl(configuration, plain).href)).location).toContain(
    'error=invalid_request',
  );
  const foreign = { ...plain, redirect_uri: 'https://evil.example/callback' };
  expect((await go(client.buildAuthorizationUrl(configuration, foreign).href)).status).toBe(400);
});

test('an address it does not have is not there, and no fault', async () => {
  const go = browser();
  for (const path of ['', '/', '?', '?x=1', '?/.well-known/openid-configuration', '/nothing', '/%5B?x'])
    expect((await go(`/dev/oidc${path}`)).status, path).toBe(404);
});
