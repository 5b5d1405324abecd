/**
 * Endpoints that kinds of subject have in common, written once and generated for each kind. Only their names, addresses
 * and parameters differ by kind. Contracts, handlers and form actions name them by the same pattern.
 */
import type { ErrorCode } from '../shared/errors.ts';
import { type Id, idSchema } from '../shared/ids.ts';
import { z } from '../shared/zod.ts';
import { type SubjectKind, specOf } from '../subject/kinds.ts';
import type { Endpoint } from './endpoint.ts';

/** The name a pattern gives an endpoint of a kind: `commentOn*` is `commentOnChallenge`, `*Timeline` `challengeTimeline`. */
export type NameOf<Pattern extends string, Kind extends string> = Pattern extends `${infer Before}*${infer After}`
  ? `${Before}${Before extends '' ? Kind : Capitalize<Kind>}${After}`
  : never;

/** The name that `pattern` gives the endpoint of `kind`. */
export function nameOf<Pattern extends string, Kind extends SubjectKind>(
  pattern: Pattern,
  kind: Kind,
): NameOf<Pattern, Kind> {
  const word = pattern.startsWith('*') ? kind : kind[0]!.toUpperCase() + kind.slice(1);
  return pattern.replace('*', word) as NameOf<Pattern, Kind>;
}

/** An endpoint as all kinds have it: `path` stands below the subject's own address, `*` in the summary for "a challenge". */
type Common = Omit<Endpoint, 'params'> & {
  /** Answers for any id, also one that does not exist; all others answer that the subject is not found. */
  answersAnyId?: true;
};

type EndpointOf<E extends Common, Kind extends SubjectKind> = Omit<E, 'path' | 'errors' | 'answersAnyId'> & {
  path: `/${string}`;
  params: z.ZodObject<{ id: z.ZodType<Id<Kind>, string> }>;
  errors: readonly ErrorCode[];
};

/** The endpoint for each of `kinds`, by its name. */
export function forKinds<const Pattern extends string, const E extends Common, Kind extends SubjectKind>(
  kinds: readonly Kind[],
  pattern: Pattern,
  { path, summary, errors = [], answersAnyId, ...rest }: E,
): { [K in Kind as NameOf<Pattern, K>]: EndpointOf<E, K> } {
  const endpoints = kinds.map((kind) => [
    nameOf(pattern, kind),
    {
      ...rest,
      path: `/${specOf(kind).path}/{id}${path}`,
      summary: summary.replace('*', withArticle(kind)),
      params: z.strictObject({ id: idSchema(kind) }),
      errors: answersAnyId ? errors : [`${kind}_not_found`, ...errors],
    },
  ]);
  return Object.fromEntries(endpoints);
}

function withArticle(kind: SubjectKind): string {
  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
}
