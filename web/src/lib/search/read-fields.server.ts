/** Filters out of an address. Values there are none of are left out: the rest is still worth showing. */
import { mostWards } from '@hanoi/core/search/schema';
import { wardNames } from '@hanoi/core/ward/names';

/** What of zod is needed here. */
type Field = { safeParse(value: unknown): { success: boolean; data?: unknown } };
type DataOf<F> = F extends { safeParse(value: unknown): infer R }
  ? Extract<R, { success: true }> extends { data: infer D }
    ? D
    : never
  : never;

/** The fields of `query` that `schemas` know, but for wards. */
export function readFields<Fields extends Record<string, Field>>(
  schemas: Fields,
  query: URLSearchParams,
): { [Name in keyof Fields]?: DataOf<Fields[Name]> } {
  const given = Object.entries(schemas).flatMap(([name, schema]) => {
    const value = query.get(name)?.trim();
    const parsed = value ? schema.safeParse(value) : undefined;
    return parsed?.success ? [[name, parsed.data] as const] : [];
  });
  return Object.fromEntries(given) as { [Name in keyof Fields]?: DataOf<Fields[Name]> };
}

/** The wards of `query`, each once and in one order; undefined where it names none. */
export function readWards(query: URLSearchParams): string[] | undefined {
  const known = query.getAll('ward').filter((code) => Object.hasOwn(wardNames, code));
  const wards = [...new Set(known)].sort().slice(0, mostWards);
  return wards.length > 0 ? wards : undefined;
}
