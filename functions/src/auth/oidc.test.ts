/** Coming back from an OpenID Connect provider: only the browser that left, and under a name as people write them. */
import { createServer, type Server } from 'node:http';
import { getItem } from '@hanoi/core/db/get';
import { oidcKey } from '@hanoi/core/db/keys';
import { sha256 } from '@hanoi/core/shared/hash';
import { makeCtx } from '@hanoi/testing/context';
import { useTable } from '@hanoi/testing/engine';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { finishOidc, shownName, startOidc } from './oidc.ts';

const table = useTable();
const ctx = () => makeCtx(table, { kind: 'anonymous' });
let provider: Server;

/** A provider that describes itself and answers nothing else. */
beforeAll(async () => {
  provider = createServer((request, response) => {
    const issuer = `http://${request.headers.host}`;
    const description = { issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token` };
    response.setHeader('content-type', 'application/json');
    response.writeHead(request.url?.endsWith('openid-configuration') ? 200 : 400).end(JSON.stringify(description));
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

const eventOf = (proto: string, cookies: string[] = [], rawQueryString = '') =>
  ({
    headers: { host: 'sangkien.example.vn', 'x-forwarded-proto': proto },
    cookies,
    rawQueryString,
  }) as unknown as APIGatewayProxyEventV2;

async function start(proto: string) {
  const { result } = await startOidc(ctx(), '/', eventOf(proto));
  const [name = '', state = ''] = result.cookies?.[0]?.split(';')[0]?.split('=') ?? [];
  return { name, state, cookie: result.cookies?.[0] };
}
const isKept = async (state: string) => Boolean(await getItem(ctx(), oidcKey(sha256(state))));

describe('the state', () => {
  it('is in a cookie bound to this host, wherever there is https', async () => {
    expect((await start('https')).cookie).toMatch(
      /^__Host-oidc-state=[^;]+; Path=\/; .*HttpOnly; SameSite=Lax; Secure$/,
    );
    expect((await start('http')).name).toBe('oidc-state');
  });

  it('that a neighbouring site planted brings nobody in, and stays unspent', async () => {
    const { state } = await start('https');
    const query = `code=theirs&state=${state}`;
    const planted = finishOidc(ctx(), eventOf('https', [`oidc-state=${state}`], query));
    await expect(planted).rejects.toMatchObject({ code: 'oidc_failed' });
    expect(await isKept(state)).toBe(true);
    const own = finishOidc(ctx(), eventOf('https', [`__Host-oidc-state=${state}`], query));
    await expect(own, 'the provider knows no such code').rejects.toMatchObject({ code: 'oidc_failed' });
    expect(await isKept(state)).toBe(false);
  });
});

describe('the name', () => {
  it.each([
    ['  Trần   Thị\tLan ', 'Trần Thị Lan'],
    ['Lan\u202Egnạm\u0000', 'Langnạm'],
    ['a'.repeat(80), 'a'.repeat(60)],
    ['L', undefined],
    ['\u200F\u202E', undefined],
    [{ given: 'Lan' }, undefined],
    [undefined, undefined],
  ])('%j is shown as %j', (claimed, shown) => {
    expect(shownName(claimed)).toBe(shown);
  });
});
