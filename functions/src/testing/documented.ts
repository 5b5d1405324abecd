/** Holds an answer against the OpenAPI document: its status must be named there, and its body fit the schema. */

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { openApiDocument } from '../api/openapi.ts';

type Answer = { status: number; headers: Record<string, string>; json: unknown; text: string };
type Media = { schema: object };
type Operation = { responses: Record<string, { content?: Record<string, Media> }> };

const base = '/api/v1';
const document = openApiDocument() as unknown as { paths: Record<string, Record<string, Operation>> };
const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: true });
addFormats.default(ajv);
ajv.addSchema(document, 'openapi');
const checks = new Map<string, ValidateFunction>();

/** Throws when the document does not describe this answer. Paths that it does not know are left alone. */
export function assertDocumented(method: string, path: string, answer: Answer): void {
  const template = Object.keys(document.paths).find((known) => matches(base + known, path));
  const name = method === 'HEAD' ? 'get' : method.toLowerCase();
  const operation = template && document.paths[template]?.[name];
  if (!template || !operation) return;
  const where = `${method} ${template} ${answer.status}`;
  const response = operation.responses[String(answer.status)];
  if (!response) throw new Error(`${where} is not in the OpenAPI document: ${answer.text}`);
  const type = answer.headers['content-type'];
  if (!type || method === 'HEAD') {
    if (response.content && method !== 'HEAD') throw new Error(`${where} should have a body`);
    return;
  }
  if (!response.content?.[type]) throw new Error(`${where} answers ${type}, which is not in the OpenAPI document`);
  const pointer = ['paths', template, name, 'responses', String(answer.status), 'content', type, 'schema'];
  const check = compiled(`openapi#/${pointer.map(escaped).join('/')}`);
  if (!check(type.includes('json') ? answer.json : answer.text))
    throw new Error(`${where}: ${ajv.errorsText(check.errors)} in ${answer.text}`);
}

function compiled(reference: string): ValidateFunction {
  const known = checks.get(reference);
  if (known) return known;
  const check = ajv.compile({ $ref: reference });
  checks.set(reference, check);
  return check;
}

function matches(template: string, path: string): boolean {
  const given = path.split('/');
  const parts = template.split('/');
  return parts.length === given.length && parts.every((part, index) => part.startsWith('{') || part === given[index]);
}

const escaped = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
