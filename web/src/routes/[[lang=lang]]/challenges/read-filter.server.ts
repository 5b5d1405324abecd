/** What the address of the list asks for. Values there are none of are left out: the rest is still worth showing. */
import { challengeFilterFields } from '@hanoi/core/challenge/schema';
import { wardCodeSchema } from '@hanoi/core/ward/schema';
import type { ListFilter } from '$lib/challenge/list-address';

const { sort, programme, status, kind, tag } = challengeFilterFields;
const schemas = { sort, programme, ward: wardCodeSchema, status, kind, tag };

export function readFilter(query: URLSearchParams): ListFilter {
  const given = Object.entries(schemas).flatMap(([name, schema]) => {
    const value = query.get(name)?.trim();
    const parsed = value ? schema.safeParse(value) : undefined;
    return parsed?.success ? [[name, parsed.data]] : [];
  });
  return Object.fromEntries(given);
}
