/** The filters of the list and of the map as their form shows them, and a place that was typed by name. */

import { mostWards } from '@hanoi/core/search/schema';
import { wardNames } from '@hanoi/core/ward/names';
import type { RequestEvent } from '@sveltejs/kit';
import { redirect } from '@sveltejs/kit';
import { placeName } from '$lib/challenge/challenge-card.server';
import type { ListFilter } from '$lib/challenge/list-address';
import { offeredStatuses } from '$lib/challenge/offered-statuses';
import { languageOfPath } from '$lib/language/path';
import { sharedApiFor } from '$lib/server/api';
import { throwPage } from '$lib/server/problems';
import { findPlace } from '$lib/ward/find-place.server';
import { byDistrict } from '$lib/ward/match';

export type FilterView = Awaited<ReturnType<typeof filterView>>;
/** The network's first year. */
const firstYear = 2025;
type Address = (filter: ListFilter) => string;

/**
 * What the form needs. A place that was typed by name becomes a ward, and the request is redirected, or comes back with the
 * places the name may mean. `addressOf` is the page that is narrowed.
 */
export async function filterView(event: RequestEvent, filter: ListFilter, addressOf: Address) {
  const language = languageOfPath(event.url.pathname);
  return {
    filter,
    action: addressOf({}),
    asked: await askPlace(event, filter, addressOf),
    wards: (filter.ward ?? []).map((code) => ({ code, name: placeName(code, language) ?? code })),
    places: Object.values(wardNames).map((names) => names[language === 'vi' ? 0 : 1]),
    statuses: offeredStatuses(filter.status),
    years: yearsTo(new Date().getFullYear(), filter.year),
  };
}

/** The years something may have been published in, the newest first, and the one an address asks for. */
export function yearsTo(present: number, asked: number | undefined): number[] {
  const years = Array.from({ length: present - firstYear + 1 }, (_, back) => present - back);
  return [...new Set([...years, ...(asked ? [asked] : [])])];
}

async function askPlace(event: RequestEvent, filter: ListFilter, addressOf: Address) {
  const language = languageOfPath(event.url.pathname);
  const text = event.url.searchParams.get('place')?.trim().slice(0, 80);
  if (text === undefined) return null;
  if (!text) redirect(303, addressOf(filter));
  const found = await findPlace(sharedApiFor(event), text, language).catch((thrown) => throwPage(event, thrown));
  const [only, ...others] = found;
  const withWards = (codes: readonly string[]) =>
    addressOf({ ...filter, ward: [...new Set([...(filter.ward ?? []), ...codes])].sort().slice(0, mostWards) });
  if (only && others.length === 0) redirect(303, withWards([only.code]));
  const choices = found.map((match) => ({ ...match, href: withWards([match.code]) }));
  const { places, districts } = byDistrict(choices);
  return {
    text,
    places,
    districts: districts.map(({ name, wards }) => ({ name, wards, href: withWards(wards.map(({ code }) => code)) })),
  };
}
