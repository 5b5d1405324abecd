/** What an edit really changes. */
import { isDeepStrictEqual } from 'node:util';

/**
 * The fields of `wanted` that differ from what is `present`. An edit that says nothing new writes nothing: no version, no event.
 * Pictures are compared by what is sent of them.
 */
export function changesIn<Wanted extends object>(wanted: Wanted, present: object): Partial<Wanted> {
  const given = Object.entries(wanted).filter(([, value]) => value !== undefined);
  const changed = given.filter(
    ([name, value]) => !isDeepStrictEqual(value, asSent(name, (present as Record<string, unknown>)[name])),
  );
  return Object.fromEntries(changed) as Partial<Wanted>;
}

/** The names of the fields that an edit changes. */
export function namesIn<Change extends object>(change: Change): (keyof Change & string)[] {
  return Object.keys(change) as (keyof Change & string)[];
}

function asSent(name: string, value: unknown): unknown {
  if (name !== 'images' || !Array.isArray(value)) return value;
  return value.map(({ id, alt }: { id: string; alt: string }) => ({ id, alt }));
}
