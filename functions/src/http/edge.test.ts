/** A request that went past the edge is refused; through the edge, the sender is at the address that the edge saw. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadLambda, pickLambda } from '../lambdas.ts';
import { useApi } from '../testing/api.ts';

const api = useApi();
const secret = 'a-secret-of-this-test';

describe('with a secret', () => {
  beforeEach(() => {
    process.env.ORIGIN_SECRET = secret;
  });
  afterEach(() => {
    delete process.env.ORIGIN_SECRET;
  });

  it.each([
    ['no secret', {}],
    ['an empty one', { 'x-origin-secret': '' }],
    ['a wrong one', { 'x-origin-secret': `${secret}x` }],
  ])('%s is refused by every function, whatever is asked', async (_, headers) => {
    for (const [method, path] of [
      ['GET', '/api/v1/challenges'],
      ['POST', '/api/v1/auth/codes'],
      ['POST', '/api/v1/uploads'],
      ['GET', '/api/v1/nothing'],
    ] as const) {
      expect(await askDirectly(method, path, headers as Record<string, string>), path).toEqual([403, 'origin_refused']);
    }
  });

  it('the right one is let in', async () => {
    const { status } = await api.call('GET', '/challenges', { headers: { 'x-origin-secret': secret } });
    expect(status).toBe(200);
  });

  it('while one secret replaces the other, both are let in, and nothing else is', async () => {
    const call = async (given: string) =>
      (await api.call('GET', '/challenges', { headers: { 'x-origin-secret': given } })).status;
    process.env.ORIGIN_SECRET_ALSO = 'the-next-secret';
    try {
      expect([await call(secret), await call('the-next-secret')]).toEqual([200, 200]);
    } finally {
      delete process.env.ORIGIN_SECRET_ALSO;
    }
    expect(await askDirectly('GET', '/api/v1/challenges', { 'x-origin-secret': 'the-next-secret' })).toEqual([
      403,
      'origin_refused',
    ]);
  });

  it('codes are limited by the address that the edge saw', async () => {
    const ask = (address: string) =>
      api.call('POST', '/auth/codes', {
        headers: { 'x-origin-secret': secret, 'x-viewer-address': address },
        body: { email: 'mot-nguoi@example.vn' },
      });
    let number = 0;
    let last = 202;
    // Five in a quarter of an hour, of which two may meet in the middle of this.
    while (last !== 429 && number++ < 11) last = (await ask('203.0.113.7')).status;
    expect(last).toBe(429);
    expect((await ask('203.0.113.8')).status).toBe(202);
  });
});

it('without one, as on one machine, no secret is needed, and no address in a header is believed', async () => {
  const ask = (address: number) =>
    api.call('POST', '/auth/codes', {
      headers: { 'x-viewer-address': `203.0.113.${address}` },
      body: { email: 'ai-do@example.vn' },
    });
  let address = 0;
  let last = 202;
  // Five in a quarter of an hour by one network, of which two may meet in the middle of this; twenty by all.
  while (last !== 429 && address < 11) last = (await ask(address++)).status;
  expect(last).toBe(429);
});

/** Asks the function itself: what it answers there is in no document, as nobody should be there. */
async function askDirectly(method: string, rawPath: string, headers: Record<string, string>) {
  const handler = await loadLambda(pickLambda(method, rawPath));
  const http = { method, path: rawPath, sourceIp: '203.0.113.1' };
  const event = { version: '2.0', rawPath, rawQueryString: '', headers, requestContext: { requestId: 'x', http } };
  const { statusCode, body } = (await handler(event as never, {} as never)) as { statusCode: number; body: string };
  return [statusCode, JSON.parse(body).code];
}
