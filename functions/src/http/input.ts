/** Parses a request by its contract, and says field by field what is wrong. */

import type { Endpoint } from '@hanoi/core/api/endpoint';
import type { Language } from '@hanoi/core/person/schema';
import { AppError, type FieldError } from '@hanoi/core/shared/app-error';
import { fieldCode } from '@hanoi/core/shared/field-code';
import { brokenAt } from '@hanoi/core/shared/whole';
import type { z } from '@hanoi/core/shared/zod';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { languageOf } from './context.ts';

type Input = { params: unknown; query: unknown; body: unknown };

/**
 * Parameters, query and body of the request as the contract says.
 * @throws invalid_input, invalid_json, unsupported_media_type; for ids in the path that are none, not_found
 */
export async function parseInput(endpoint: Endpoint, event: APIGatewayProxyEventV2): Promise<Input> {
  const language = languageOf(event);
  return {
    params: endpoint.params && parseParams(endpoint.params, event),
    query: endpoint.query && (await parse(endpoint.query, queryOf(event, repeatedIn(endpoint.query)), language)),
    body: endpoint.body && (await parse(endpoint.body, bodyOf(event), language)),
  };
}

function parseParams(schema: z.ZodType, event: APIGatewayProxyEventV2): unknown {
  const result = schema.safeParse({ ...event.pathParameters });
  if (result.success) return result.data;
  throw new AppError('not_found');
}

async function parse(schema: z.ZodType, value: unknown, language: Language): Promise<unknown> {
  const broken = brokenAt(value);
  if (broken) throw new AppError('invalid_input', { fields: [{ path: broken, code: 'not_well_formed', message: '' }] });
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { issues } = language === 'en' ? result.error : await inVietnamese(schema, value, result.error);
  throw new AppError('invalid_input', { fields: issues.slice(0, 50).map(fieldError) });
}

/** The same error with zod's words in Vietnamese, which are loaded with the first. */
async function inVietnamese(schema: z.ZodType, value: unknown, error: z.ZodError): Promise<z.ZodError> {
  const { default: vietnamese } = await import('zod/v4/locales/vi.js');
  return schema.safeParse(value, { error: vietnamese().localeError }).error ?? error;
}

function fieldError(issue: z.core.$ZodIssue): FieldError {
  const keys = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  const path = `/${keys.map(String).join('/')}`.slice(0, 200);
  return { path, code: fieldCode(issue), message: issue.message.slice(0, 300) };
}

const repeatedByQuery = new WeakMap<z.ZodObject, ReadonlySet<string>>();

/** The parameters of a query that may be given several times: those that may be a list. Found out once for each query. */
function repeatedIn(schema: z.ZodObject): ReadonlySet<string> {
  const known = repeatedByQuery.get(schema);
  if (known) return known;
  const names = Object.entries(schema.shape).filter(([, field]) => field.safeParse([]).success);
  const found = new Set(names.map(([name]) => name));
  repeatedByQuery.set(schema, found);
  return found;
}

/** A query parameter given twice is an error, not a choice, but for those in `repeated`. */
function queryOf(event: APIGatewayProxyEventV2, repeated: ReadonlySet<string>): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of new URLSearchParams(event.rawQueryString)) {
    if (repeated.has(name)) {
      query[name] = [...(query[name] ?? []), value];
      continue;
    }
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
