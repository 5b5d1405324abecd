/** The pages' function in a bare process, before the API's: as a reader gets them through the edge, and nobody past it. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { localEnvironment } from '@hanoi/engine/client';
import { useApi } from '@hanoi/functions/testing/api';
import { parseAddress } from '@hanoi/local/gateway/address';
import { createEvent } from '@hanoi/local/gateway/event';
import { type RunningLambda, startLambda } from '@hanoi/testing/lambda/runtime';
import type { APIGatewayProxyStructuredResultV2 as Answer } from 'aws-lambda';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';

const bundles = inject('lambdaBundles')!;
const api = useApi();
const secret = 'a-secret-of-this-test';
const host = 'sangkien.example.vn';

let apiLambda: RunningLambda;
let front: Server;
let web: RunningLambda;
let challenge: { id: string; title: string };
/** What the pages asked the API. */
let asked: string[] = [];
beforeAll(async () => {
  const environment = { ...localEnvironment(api.table.endpoint, api.table.tableName), ORIGIN_SECRET: secret };
  apiLambda = await startLambda({ name: 'api', folder: join(bundles, 'api'), environment });
  front = createServer(async (request, response) => {
    const headers = request.headers as Record<string, string>;
    const address = parseAddress(request.url!)!;
    const method = request.method!;
    asked.push(`${method} ${address.path}`);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const event = createEvent({ method, address, headers, sourceIp: '198.51.100.1', protocol: 'HTTP/1.1', body });
    const answer = (await apiLambda.invoke(event)) as Answer;
    response.writeHead(answer.statusCode ?? 200, answer.headers as Record<string, string>).end(answer.body);
  });
  front.listen(0, '127.0.0.1');
  await once(front, 'listening');
  const API_ORIGIN = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
  const forWeb = { API_ORIGIN, ORIGIN_SECRET: secret, OIDC_NAME: '' };
  web = await startLambda({ name: 'web', folder: join(bundles, 'web'), environment: forWeb });
  console.info(`The pages are ready in ${Math.round(web.initMs)} ms`);
  const { token } = await api.signIn('nguoi-viet@example.vn');
  challenge = (await api.call('POST', '/challenges', { token, body: makeNewChallenge() })).json;
});
afterAll(async () => {
  await web.stop();
  await apiLambda.stop();
  front.closeAllConnections();
  front.close();
});

function open(path: string, headers?: Record<string, string>): Promise<Answer> {
  return web.invoke(pageRequest(path, headers)) as Promise<Answer>;
}

function pageRequest(path: string, headers: Record<string, string> = { 'x-origin-secret': secret }) {
  const sent = {
    host: 'function.lambda-url.test',
    'x-forwarded-host': host,
    'x-viewer-address': '203.0.113.9',
    ...headers,
  };
  const address = { path, query: '' };
  const request = { method: 'GET', address, headers: sent, sourceIp: '198.51.100.1', protocol: 'HTTP/1.1' };
  return createEvent(request);
}

/** A browser that is signed in and keeps the cookies it gets. */
function browserOf(token: string) {
  const jar = new Map([['__Host-session', token]]);
  const go = async (method: string, path: string, form?: Record<string, string>): Promise<Answer> => {
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
    const sent = { 'x-origin-secret': secret, cookie, origin: `https://${host}`, accept: 'text/html' };
    const event = pageRequest(path, sent);
    Object.assign(event, {
      requestContext: { ...event.requestContext, http: { ...event.requestContext.http, method } },
    });
    if (form) {
      event.headers['content-type'] = 'application/x-www-form-urlencoded';
      Object.assign(event, { body: new URLSearchParams(form).toString(), isBase64Encoded: false });
    }
    const answer = (await web.invoke(event)) as Answer;
    for (const set of answer.cookies ?? []) {
      const [name, value] = set.split(';')[0]!.split('=') as [string, string];
      if (value) jar.set(name, value);
      else jar.delete(name);
    }
    return answer;
  };
  return { go };
}

it('a challenge is a page, made from what the API answers', async () => {
  const { statusCode, headers, body } = await open(`/challenges/${challenge.id}`);
  expect(statusCode).toBe(200);
  expect(body).toContain(challenge.title);
  expect(body).toMatch(/<html[^>]+lang="vi"/);
  expect(headers?.['content-security-policy']).toMatch(/script-src 'self'( 'sha256-[^;]*)?;/);
  for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
    expect(headers?.['content-security-policy']).toContain(rule);
  }
  expect(headers?.['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
});

it('in the other language too, and what is not there is said to be so', async () => {
  expect((await open('/en')).body).toMatch(/<html[^>]+lang="en"/);
  expect((await open('/challenges/chl_01JAAAAAAAAAAAAAAAAAAAAAAA')).statusCode).toBe(404);
});

it('signed-in readers of one page ask the API once for its public part', async () => {
  const path = `/challenges/${challenge.id}`;
  const [one, other] = [await api.signInAs(), await api.signInAs()].map(({ token }) => browserOf(token));
  await one!.go('GET', path);
  // On a machine so busy that two seconds pass, the next page finds what this one asked for.
  const askedByOther = async () => {
    asked = [];
    const { statusCode, headers } = await other!.go('GET', path);
    return [statusCode, headers?.['cache-control'], ...asked.sort()];
  };
  // What is each reader's own: comments of theirs that wait, what they did here, who they are.
  const own = [`GET /api/v1${path}/comments/waiting`, `GET /api/v1${path}/viewer`, 'GET /api/v1/me'];
  await expect.poll(askedByOther, { interval: 0 }).toEqual([200, 'private, no-store', ...own]);
});

it('the author of a comment sees it on the next page, past the cache', async () => {
  const path = `/challenges/${challenge.id}`;
  const [writer, other] = [await api.signInAs(), await api.signInAs()].map(({ token }) => browserOf(token));
  await other!.go('GET', path);
  const words = 'Ngõ nhà tôi cũng vậy, mưa là ngập';
  const { statusCode } = await writer!.go('POST', `${path}?/comment`, { comment: words, stance: 'for' });
  expect(statusCode).toBe(303);
  expect((await writer!.go('GET', path)).body).toContain(words);
});

it('a fault of ours comes with the id of the request, in the header and to be read out', async () => {
  const environment = { API_ORIGIN: 'http://127.0.0.1:1', ORIGIN_SECRET: secret, OIDC_NAME: '' };
  const alone = await startLambda({ name: 'web', folder: join(bundles, 'web'), environment });
  try {
    const { statusCode, headers, body } = (await alone.invoke(pageRequest(`/challenges/${challenge.id}`))) as Answer;
    expect(statusCode).toBe(503);
    const id = headers?.['x-request-id'];
    expect(id).toMatch(/^[0-9A-Z]{26}$/);
    expect(body).toContain(`mã yêu cầu ${id}`);
    const line = alone
      .said()
      .split('\n')
      .find((line) => line.includes('api_unreachable'));
    expect(JSON.parse(line!)).toMatchObject({ requestId: id, route: '/[[lang=lang]]/challenges/[id]' });
  } finally {
    await alone.stop();
  }
});

it('a request that went past the edge is refused', async () => {
  for (const headers of [{}, { 'x-origin-secret': 'guessed' }] as Record<string, string>[]) {
    const { statusCode, body } = await open('/', headers);
    expect([statusCode, body ?? '']).toEqual([403, '']);
  }
});
