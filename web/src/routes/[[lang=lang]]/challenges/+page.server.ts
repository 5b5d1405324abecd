/** The list of challenges. A place typed by name becomes the ward's code before anything is shown. */
import { wardNames } from '@hanoi/core/ward/names';
import { redirect } from '@sveltejs/kit';
import { challengeCardView, placeName } from '$lib/challenge/challenge-card.server';
import { type ListFilter, listAddress } from '$lib/challenge/list-address';
import { offeredStatuses } from '$lib/challenge/offered-statuses';
import { languageOfPath } from '$lib/language/path';
import { sharedApiFor } from '$lib/server/api';
import { throwPage } from '$lib/server/problems';
import { findPlace } from '$lib/ward/find-place.server';
import type { PageServerLoad, PageServerLoadEvent } from './$types';
import { readFilter } from './read-filter.server';
import { searchChallenges, worthShowing } from './search.server';

/** Nothing here needs a script: links and a form. */
export const csr = false;

export const load: PageServerLoad = async (event) => {
  const language = languageOfPath(event.url.pathname);
  const filter = readFilter(event.url.searchParams);
  const askedPlace = await askPlace(event, filter);
  const cursor = event.url.searchParams.get('cursor') || undefined;
  try {
    const { cards, nextCursor, isStale } = await searchChallenges(sharedApiFor(event), filter, cursor);
    return {
      filter,
      askedPlace,
      place: placeName(filter.ward ?? null, language),
      places: Object.values(wardNames).map((names) => names[language === 'vi' ? 0 : 1]),
      statuses: offeredStatuses(filter.status),
      cards: cards.map((card) => challengeCardView(card, language)),
      next: nextCursor && listAddress(language, filter, { cursor: nextCursor }),
      isShort: nextCursor !== null && cards.length < worthShowing,
      isFirst: !cursor || isStale,
      isStale,
    };
  } catch (thrown) {
    throwPage(event, thrown);
  }
};

/** The form was sent: goes to the address of what was chosen, or comes back with the places the name may mean. */
async function askPlace(event: PageServerLoadEvent, { ward: _, ...filter }: ListFilter) {
  const language = languageOfPath(event.url.pathname);
  const text = event.url.searchParams.get('place')?.trim().slice(0, 80);
  if (text === undefined) return null;
  if (!text) redirect(303, listAddress(language, filter));
  const found = await findPlace(sharedApiFor(event), text, language).catch((thrown) => throwPage(event, thrown));
  const [only, ...others] = found;
  if (only && others.length === 0) redirect(303, listAddress(language, { ...filter, ward: only.code }));
  return {
    text,
    choices: found.map((match) => ({ ...match, href: listAddress(language, { ...filter, ward: match.code }) })),
  };
}
