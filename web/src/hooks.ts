/** Where addresses lead: the search page has a Vietnamese name of its own. */
import type { Reroute } from '@sveltejs/kit';
import { languageOfPath, pathWithoutLanguage } from '$lib/language/path';

export const reroute: Reroute = ({ url }) => {
  if (pathWithoutLanguage(url.pathname) !== '/search') return undefined;
  return languageOfPath(url.pathname) === 'en' ? '/en/search' : '/search';
};
