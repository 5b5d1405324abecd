/** The list of challenges, narrowed by any filters together, page by page. */
import { ProblemError } from '@hanoi/core/api/client';
import { challengeCardView } from '$lib/challenge/challenge-card.server';
import { filterView } from '$lib/challenge/filter-view.server';
import { listAddress } from '$lib/challenge/list-address';
import { readFilter } from '$lib/challenge/read-filter.server';
import { languageOfPath } from '$lib/language/path';
import { sharedApiFor } from '$lib/server/api';
import { throwPage } from '$lib/server/problems';
import { isAboutCursor } from '$lib/server/stale-cursor';
import type { PageServerLoad } from './$types';

/** Nothing here needs a script: links and a form. */
export const csr = false;

const limit = 20;

export const load: PageServerLoad = async (event) => {
  const language = languageOfPath(event.url.pathname);
  const filter = await readFilter(event);
  const filters = await filterView(event, filter, (narrowed) => listAddress(language, narrowed));
  const cursor = event.url.searchParams.get('cursor') || undefined;
  const { listChallenges } = sharedApiFor(event).challenge;
  const read = (from?: string) => listChallenges({ query: { ...filter, limit, cursor: from } });
  try {
    return { ...shown(await read(cursor)), isFirst: !cursor, isStale: false };
  } catch (thrown) {
    if (!(cursor && thrown instanceof ProblemError && isAboutCursor(thrown))) throwPage(event, thrown);
    // A link to a page of another list: the list begins again.
    const first = await read().catch((again) => throwPage(event, again));
    return { ...shown(first), isFirst: true, isStale: true };
  }

  function shown({ items, total, organisation, nextCursor }: Awaited<ReturnType<typeof read>>) {
    return {
      filters,
      organisation: organisation?.name ?? null,
      cards: items.map((card) => challengeCardView(card, language)),
      total,
      next: nextCursor && listAddress(language, filter, { cursor: nextCursor }),
    };
  }
};
