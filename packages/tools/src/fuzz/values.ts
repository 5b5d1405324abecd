/** Values a schema takes, as fast-check makes them: from the JSON Schema of the input side of a contract's zod schema. */
import { idPrefixes } from '@hanoi/core/shared/ids';
import type { z } from '@hanoi/core/shared/zod';
import { subjectKinds } from '@hanoi/core/subject/kinds';
import fc from 'fast-check';
import { toJSONSchema } from 'zod';

type Schema = {
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  maxItems?: number;
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
};

/** Stands for something of the site's own until the request is sent, so that a seed gives the same requests anywhere. */
export function known(kind: string, index: number): string {
  return `⟦${kind}.${index}⟧`;
}

/** What there is some of on the site, by the prefix of its ids. */
const kindsByPrefix = Object.fromEntries(
  ([...subjectKinds, 'comment', 'upload'] as const).map((kind) => [idPrefixes[kind], kind]),
);
const words =
  'ngập sâu ở ngã tư sau mỗi trận mưa cần trữ nước tạm cho hồ đường phố chợ xe buýt cây xanh rác thải'.split(' ');

/** Input that fits `schema`, most of the time: what a transform asks beyond its JSON Schema is met by likely text. */
export function valuesOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  const root = toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
  return fromSchema(inlined(root, root.$defs ?? {}));
}

/** The schema with what it refers to in place; none of ours refers to itself. */
function inlined(schema: Schema, definitions: Record<string, Schema>): Schema {
  const named = schema.$ref && definitions[schema.$ref.replace('#/$defs/', '')];
  if (named) return inlined(named, definitions);
  const { properties, items, anyOf } = schema;
  const inside = (one: Schema) => inlined(one, definitions);
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, inside(one)])),
    }),
    ...(items && { items: inside(items) }),
    ...(anyOf && { anyOf: anyOf.map(inside) }),
  };
}

function fromSchema(schema: Schema): fc.Arbitrary<unknown> {
  const { type, anyOf, maxItems = 5, minimum, maximum } = schema;
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (anyOf) return fc.oneof(...anyOf.map(fromSchema));
  if (type === 'object') return fromObject(schema);
  if (type === 'array') return fc.array(fromSchema(schema.items ?? {}), { maxLength: Math.min(maxItems, 6) });
  if (type === 'string') return fromString(schema);
  if (type === 'integer') return fc.integer({ min: minimum ?? 0, max: Math.min(maximum ?? 9, (minimum ?? 0) + 9) });
  if (type === 'number') return fc.double({ min: minimum ?? -1e6, max: maximum ?? 1e6, noNaN: true });
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  return fc.jsonValue({ maxDepth: 2 });
}

function fromObject({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const model = Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, fromSchema(schema)]));
  const needed = Object.fromEntries(required.map((name) => [name, model[name]!]));
  // With every optional field at random, hardly anything would be let through.
  return fc.oneof(
    { weight: 3, arbitrary: fc.record(needed) },
    { weight: 2, arbitrary: fc.record(model, { requiredKeys: required }) },
  );
}

function fromString({ pattern, format, minLength = 0, maxLength = 1_000 }: Schema): fc.Arbitrary<string> {
  if (format === 'date-time')
    return fc
      .date({ min: new Date(0), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString());
  if (format === 'email') return address;
  const kind = pattern && kindsByPrefix[/^\^(\w{3})_/.exec(pattern)?.[1] ?? ''];
  if (kind)
    return fc.oneof(
      { weight: 5, arbitrary: knownOf(kind) },
      { weight: 1, arbitrary: fc.stringMatching(new RegExp(pattern)) },
    );
  if (pattern === '^\\d{5}$') return fc.constantFrom('00070', '00331', '99999');
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  if (maxLength === 254) return address;
  if (maxLength === 20) return fc.constantFrom('000000', '123 456');
  if (maxLength < 200)
    return fc.oneof(fc.constantFrom(...words), fc.string({ minLength, maxLength: Math.min(maxLength, 30) }));
  const sentence = fc.array(fc.constantFrom(...words), { minLength: 12, maxLength: 16 }).map((some) => some.join(' '));
  const anything = fc.string({ unit: 'binary', minLength, maxLength: Math.min(maxLength, 200) });
  return fc.oneof({ weight: 4, arbitrary: sentence }, { weight: 1, arbitrary: anything });
}

const address = fc.oneof(fc.constantFrom('ai@example.vn', 'Ai@Example.VN ', 'khong-co@example.vn'), fc.emailAddress());

function knownOf(kind: string): fc.Arbitrary<string> {
  return fc.nat({ max: 2 }).map((index) => known(kind, index));
}
