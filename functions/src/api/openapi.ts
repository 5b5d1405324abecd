/** The OpenAPI 3.1 document, made from the contracts. */

import type { Endpoint } from '@hanoi/core/api/endpoint';
import type { Pace } from '@hanoi/core/api/limits';
import { allEndpoints } from '@hanoi/core/contracts';
import { canBeOff, verifiableActOf } from '@hanoi/core/flag/rules';
import { canBeSuspended } from '@hanoi/core/person/rules';
import { type ErrorCode, errorCatalogue } from '@hanoi/core/shared/errors';
import { z } from '@hanoi/core/shared/zod';
import { placesOf } from '@hanoi/core/trust/rules';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';

const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' });

const idempotencyHeader = z.object({
  'Idempotency-Key': z
    .string()
    .optional()
    .meta({ description: 'Sent again within a day with the same input, it answers with what was made the first time' }),
});

let made: ReturnType<typeof createDocument> | undefined;

/** The document, made once a process. */
export function openApiDocument() {
  made ??= createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Hanoi Ideas Network',
      version: '1.0.0',
      description:
        'Mạng lưới sáng kiến Hà Nội: challenges, solutions, support and comments. Every answer that no shared cache may keep ' +
        'names its request in `x-request-id`: quote it when you ask for help, or send one of your own (8 to 36 letters, digits, `_` or `-`).',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/api/v1' }],
    security: [],
    tags: [...new Set(allEndpoints().map(({ feature }) => feature))].map((name) => ({
      name,
      description: `All about ${name}`,
    })),
    paths: paths(),
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'The token of a session' },
        cookie: { type: 'apiKey', in: 'cookie', name: '__Host-session' },
      },
    },
  });
  return made;
}

function paths(): ZodOpenApiPathsObject {
  const all: ZodOpenApiPathsObject = {};
  for (const { feature, name, endpoint } of allEndpoints()) {
    all[endpoint.path] = { ...all[endpoint.path], [endpoint.method.toLowerCase()]: operation(feature, name, endpoint) };
  }
  return all;
}

function operation(feature: string, name: string, endpoint: Endpoint): ZodOpenApiOperationObject {
  return {
    operationId: name,
    tags: [feature],
    summary: endpoint.summary,
    ...(endpoint.method !== 'GET' && { description: limitsOf(endpoint.pace, endpoint.bodyLimit) }),
    security: endpoint.access === 'anyone' ? [] : [{ bearer: [] }, { cookie: [] }],
    requestParams: {
      ...(endpoint.params && { path: endpoint.params }),
      ...(endpoint.query && { query: endpoint.query }),
      ...(endpoint.errors?.includes('idempotency_key_reused') && { header: idempotencyHeader }),
    },
    ...(requestBody(endpoint) && { requestBody: requestBody(endpoint) }),
    responses: {
      ...(endpoint.again && { [String(endpoint.again)]: done(endpoint, 'Made before') }),
      [String(endpoint.status)]: done(endpoint, endpoint.status === 303 ? 'Go there' : 'Done'),
      ...problems(endpoint),
    },
  } as ZodOpenApiOperationObject;
}

function done({ output, media }: Endpoint, description: string) {
  return { description, ...(output && { content: { [media ?? 'application/json']: { schema: output } } }) };
}

/** How often and how much: what a client has to keep to. */
function limitsOf(pace: Pace, bodyLimit: number): string {
  const size = `A body of at most ${bodyLimit / 1024} KB.`;
  if (pace === 'free' || pace === 'counted') return size;
  const { least, known } = placesOf({}, pace, new Date());
  return `At most ${known} an hour (${pace})${least < known ? `, of a new account ${least}` : ''}. ${size}`;
}

function requestBody(endpoint: Endpoint) {
  if (endpoint.body) return { required: true, content: { 'application/json': { schema: endpoint.body } } };
  if (endpoint.lambda !== 'upload') return undefined;
  const file = z.object({ file: z.string().meta({ contentMediaType: 'application/octet-stream' }) });
  return { required: true, content: { 'image/*': {}, 'multipart/form-data': { schema: file } } };
}

/** One answer a status, naming the codes that give it. */
function problems(endpoint: Endpoint) {
  const byStatus = Map.groupBy(codesOf(endpoint), (code) => errorCatalogue[code]);
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      String(status),
      {
        description: [...new Set(group)].join(', '),
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    ]),
  );
}

/** The codes of the contract, and those that follow from what the endpoint takes. */
function codesOf(endpoint: Endpoint): ErrorCode[] {
  const codes: ErrorCode[] = [...(endpoint.errors ?? []), 'session_invalid', 'too_many_requests', 'busy'];
  if (endpoint.access !== 'anyone') codes.push('not_signed_in', 'not_allowed');
  if (endpoint.method !== 'GET') codes.push('origin_refused');
  if (canBeSuspended(endpoint)) codes.push('suspended');
  if (canBeOff(endpoint)) codes.push('feature_off');
  if (verifiableActOf(endpoint)) codes.push('eid_required');
  if (endpoint.params) codes.push('not_found');
  codes.push('invalid_path', 'invalid_input');
  if (endpoint.query && 'cursor' in endpoint.query.shape) codes.push('invalid_cursor');
  if (endpoint.body) codes.push('invalid_json');
  if (endpoint.method !== 'GET') codes.push('payload_too_large');
  if (endpoint.body || endpoint.lambda === 'upload') codes.push('unsupported_media_type');
  return codes;
}
