/** Programmes out of an address: one that there is not is left out, as the rest is still worth showing. */
import type { RequestEvent } from '@sveltejs/kit';
import { programmesFor } from '$lib/server/programmes';

/** The filters without a programme that there is not. */
export async function onlyKnown<Filter extends { programme?: string }>(
  event: RequestEvent,
  { programme, ...rest }: Filter,
): Promise<Filter> {
  const isKnown = programme && (await programmesFor(event)).some(({ code }) => code === programme);
  return { ...rest, ...(isKnown && { programme }) } as Filter;
}
