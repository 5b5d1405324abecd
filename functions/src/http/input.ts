/** Parses a request by its contract, and says field by field what is wrong. */

import type { Endpoint } from '@hanoi/core/api/endpoint';
import { AppError, type FieldError } from '@hanoi/core/shared/app-error';
import { fieldCode } from '@hanoi/core/shared/field-code';
import { brokenAt } from '@hanoi/core/shared/whole';
import type { z } from '@hanoi/core/shared/zod';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

type Input = { params: unknown; query: unknown; body: unknown };

/**
 * Parameters, query and body of the request as the contract says.
 * @throws invalid_input, invalid_json, unsupported_media_type; for ids in the path that are none, not_found
 */
export function parseInput(endpoint: Endpoint, event: APIGatewayProxyEventV2): Input {
  return {
    params: endpoint.params && parseParams(endpoint.params, event),
    query: endpoint.query && parse(endpoint.query, queryOf(event), ''),
    body: endpoint.body && parse(endpoint.body, bodyOf(event), ''),
  };
}

function parseParams(schema: z.ZodType, event: APIGatewayProxyEventV2): unknown {
  const result = schema.safeParse({ ...event.pathParameters });
  if (result.success) return result.data;
  throw new AppError('not_found');
}

function parse(schema: z.ZodType, value: unknown, prefix: string): unknown {
  const broken = brokenAt(value);
  if (broken) throw new AppError('invalid_input', { fields: [{ path: broken, code: 'not_well_formed', message: '' }] });
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new AppError('invalid_input', {
    fields: result.error.issues.slice(0, 50).map((issue) => fieldError(issue, prefix)),
  });
}

function fieldError(issue: z.core.$ZodIssue, prefix: string): FieldError {
  const keys = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  const path = `${prefix}/${keys.map(String).join('/')}`.slice(0, 200);
  return { path, code: fieldCode(issue), message: issue.message.slice(0, 300) };
}

/** A query parameter given twice is an error, not a choice. */
function queryOf(event: APIGatewayProxyEventV2): Record<string, string> {
  const query: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(event.rawQueryString)) {
    if (name in query)
      throw new AppError('invalid_input', {
        fields: [{ path: `/${name}`.slice(0, 200), code: 'repeated', message: '' }],
      });
    query[name] = value;
  }
  return { ...query };
}

function bodyOf(event: APIGatewayProxyEventV2): unknown {
  const type = event.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new AppError('unsupported_media_type');
  try {
    return JSON.parse(textOf(event));
  } catch (cause) {
    throw new AppError('invalid_json', { cause });
  }
}

/** The body as text. @throws TypeError when it is not UTF-8 */
function textOf({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): string {
  return isBase64Encoded ? new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(body, 'base64')) : body;
}
