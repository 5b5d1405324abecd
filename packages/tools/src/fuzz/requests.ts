/** Requests to every endpoint of the contracts: right, nearly right, and hardly requests. */

import type { Endpoint } from '@hanoi/core/api/endpoint';
import { allEndpoints } from '@hanoi/core/contracts';
import type { z } from '@hanoi/core/shared/zod';
import fc from 'fast-check';
import { broken, brokenPath, nearly, oddHeaders } from './mutations.ts';
import { known, valuesOf } from './values.ts';
import { peopleInWorld } from './world.ts';

/** A request before the names of the site's own things are put in. `body` is sent as it is. */
export type FuzzRequest = { method: string; path: string; headers: Record<string, string>; body?: Buffer | undefined };

const json = { 'content-type': 'application/json' };
/** A PNG of one pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const form = Buffer.concat([
  Buffer.from(
    '--x\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n',
  ),
  picture,
  Buffer.from('\r\n--x--\r\n'),
]);

/** Any request to any endpoint, and to paths beside them. */
export function requests(): fc.Arbitrary<FuzzRequest> {
  return fc.oneof(
    { weight: 30, arbitrary: fc.oneof(...allEndpoints().map(({ endpoint }) => weighed(endpoint))) },
    { weight: 1, arbitrary: beside },
  );
}

/** The more an endpoint reads, the more there is to get wrong. */
function weighed(endpoint: Endpoint) {
  const fields = Object.keys(endpoint.query?.shape ?? {}).length;
  return { weight: endpoint.body ? 6 : 1 + fields, arbitrary: toEndpoint(endpoint) };
}

const beside: fc.Arbitrary<FuzzRequest> = fc.record({
  method: fc.constantFrom('GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'TRACE', 'PROPFIND'),
  path: brokenPath(
    fc.constantFrom(
      '/media/',
      '/media/⟦upload.0⟧.webp',
      '/dev/mail?to=x',
      '/api/',
      '/api/v1',
      '/api/v2/me',
      '/dev/oidc/.well-known/openid-configuration',
    ),
  ),
  headers: oddHeaders,
});

function toEndpoint(endpoint: Endpoint): fc.Arbitrary<FuzzRequest> {
  const { method } = endpoint;
  const good = fc.record({
    method: fc.constant(method),
    path: pathOf(endpoint),
    headers: headersOf(endpoint),
    body: bodyOf(endpoint),
  });
  const bentInput = fc.record({
    method: fc.constant(method),
    path: pathOf(endpoint, nearly),
    headers: headersOf(endpoint),
    body: bodyOf(endpoint, nearly),
  });
  const brokenBytes = good.chain((request) =>
    request.body ? broken(fc.constant(request.body)).map((body) => ({ ...request, body })) : fc.constant(request),
  );
  const brokenAddress = good.chain((request) =>
    brokenPath(fc.constant(request.path)).map((path) => ({ ...request, path })),
  );
  const strangeHead = fc
    .tuple(good, oddHeaders)
    .map(([request, odd]) => ({ ...request, headers: { ...request.headers, ...odd } }));
  const otherMethod = fc
    .tuple(good, fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'))
    .map(([request, other]) => ({ ...request, method: other }));
  return fc.oneof(
    { weight: 4, arbitrary: good },
    { weight: 6, arbitrary: bentInput },
    { weight: 3, arbitrary: brokenBytes },
    { weight: 3, arbitrary: brokenAddress },
    { weight: 2, arbitrary: strangeHead },
    { weight: 1, arbitrary: otherMethod },
  );
}

type Bend = (value: fc.Arbitrary<unknown>) => fc.Arbitrary<unknown>;

function inputs(schema: z.ZodType, bend?: Bend): fc.Arbitrary<unknown> {
  const values = valuesOf(schema);
  return bend ? fc.oneof(values, bend(values)) : values;
}

function pathOf(endpoint: Endpoint, bend?: Bend): fc.Arbitrary<string> {
  const params = endpoint.params ? inputs(endpoint.params) : fc.constant({});
  const query = endpoint.query ? fc.oneof(fc.constant({}), inputs(endpoint.query, bend)) : fc.constant({});
  const cursor = fc.option(
    fc.nat({ max: 4 }).map((index) => known('cursor', index)),
    { freq: 4 },
  );
  return fc.tuple(params, query, cursor).map(([ids, fields, from]) => {
    const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
      String((ids as Record<string, unknown>)[name]),
    );
    const pairs = Object.entries((fields ?? {}) as object).map(([name, value]) => [name, asText(value)] as const);
    const mayGoOn = endpoint.query && 'cursor' in endpoint.query.shape && !pairs.some(([name]) => name === 'cursor');
    if (from && mayGoOn) pairs.push(['cursor', from]);
    const text = pairs.map(([name, value]) => `${inAddress(name)}=${inAddress(value)}`).join('&');
    return `/api/v1${path}${text && `?${text}`}`.slice(0, 12_000);
  });
}

function bodyOf(endpoint: Endpoint, bend?: Bend): fc.Arbitrary<Buffer | undefined> {
  if (endpoint.lambda === 'upload') return fc.constantFrom(picture, form, Buffer.alloc(0), Buffer.from('<svg/>'));
  if (!endpoint.body) return fc.constant(undefined);
  return inputs(endpoint.body, bend).map((value) => Buffer.from(JSON.stringify(value) ?? ''));
}

/** Mostly somebody who is signed in. Signing out is left to those whose session nobody needs. */
function headersOf(endpoint: Endpoint): fc.Arbitrary<Record<string, string>> {
  const endsSession = endpoint.path === '/auth/sessions/current' && endpoint.method === 'DELETE';
  const everybody = Array.from({ length: peopleInWorld }, (_, person) => known('token', person));
  const tokens = endsSession ? ['forged'] : [...everybody, 'forged'];
  const upload = fc
    .constantFrom('image/png', 'image/svg+xml', 'multipart/form-data; boundary=x', 'multipart/form-data')
    .map((type) => ({ 'content-type': type }));
  const body = endpoint.lambda === 'upload' ? upload : fc.constant(endpoint.body ? json : {});
  const who = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...tokens).map((token) => ({ authorization: `Bearer ${token}` })) },
    { weight: 1, arbitrary: fc.constantFrom(...tokens).map((token) => ({ cookie: `session=${token}` })) },
    { weight: 1, arbitrary: fc.constant({}) },
  );
  return fc.tuple(body, who).map(([type, caller]) => ({ ...type, ...caller }) as Record<string, string>);
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/** Encoded but for the names of the site's own things, which are put in later; half characters can't be. */
function inAddress(text: string): string {
  return text.startsWith('⟦') ? text : encodeURIComponent(text.toWellFormed());
}
