/** Filters as the query part of an address: in one order, and nothing that says what goes without saying. */

export type FilterValue = string | number | readonly string[] | undefined;

/** The query part, empty or from the question mark on: `order` names the filters, `more` is added as it is. */
export function filterQuery(
  order: readonly string[],
  filter: Readonly<Record<string, FilterValue>>,
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams();
  for (const name of order) for (const value of valuesOf(filter[name])) query.append(name, value);
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return query.size > 0 ? `?${query}` : '';
}

function valuesOf(value: FilterValue): string[] {
  return [value ?? []].flat().map(String).filter(Boolean);
}

/** `chosen` with `value` added, or without it where it was there. */
export function toggled(chosen: readonly string[] | undefined, value: string): string[] {
  const others = (chosen ?? []).filter((one) => one !== value);
  return others.length === (chosen ?? []).length ? [...others, value] : others;
}
