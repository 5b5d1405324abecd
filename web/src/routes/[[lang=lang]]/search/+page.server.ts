/** Search: words, filters or both. */
import { ProblemError } from '@hanoi/core/api/client';
import type { SearchAnswer } from '@hanoi/core/search/schema';
import { redirect } from '@sveltejs/kit';
import { languageOfPath, localPath } from '$lib/language/path';
import { programmesNamed } from '$lib/programme/programmes-named';
import { foundView } from '$lib/search/found-view.server';
import { searchAddress } from '$lib/search/search-address';
import { sharedApiFor } from '$lib/server/api';
import { throwPage } from '$lib/server/problems';
import { programmesFor } from '$lib/server/programmes';
import { isAboutCursor } from '$lib/server/stale-cursor';
import type { PageServerLoad } from './$types';
import { asksForSomething, readSearch } from './read-search.server';

/** Nothing here needs a script: links and a form. */
export const csr = false;

const limit = 20;

export const load: PageServerLoad = async (event) => {
  const language = languageOfPath(event.url.pathname);
  const own = localPath(language, '/search');
  // Both names of the page lead here; each language keeps its own.
  if (event.url.pathname !== own) redirect(308, own + event.url.search);
  const search = await readSearch(event);
  if (!asksForSomething(search)) return { search, answer: null, named: [], isFirst: true, isStale: false };
  const cursor = event.url.searchParams.get('cursor') || undefined;
  const api = sharedApiFor(event);
  const named = search.q && !search.programme ? programmesNamed(await programmesFor(event), search.q) : [];
  const ask = (from?: string) => api.search.search({ query: { ...search, limit, cursor: from } });
  try {
    return { search, answer: shown(await ask(cursor)), named, isFirst: !cursor, isStale: false };
  } catch (thrown) {
    if (!(cursor && thrown instanceof ProblemError && isAboutCursor(thrown))) throwPage(event, thrown);
    // A link to a page of another search: the results begin again.
    const first = await ask().catch((again) => throwPage(event, again));
    return { search, answer: shown(first), named, isFirst: true, isStale: true };
  }

  function shown({ items, nextCursor, asOf: _, organisation, ...counted }: SearchAnswer) {
    return {
      ...counted,
      items: items.map((found) => foundView(found, language)),
      organisation: organisation?.name ?? null,
      next: nextCursor && searchAddress(language, search, { cursor: nextCursor }),
    };
  }
};
