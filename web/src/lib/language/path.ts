/**
 * Which language an address speaks, and the same address in the other: English below `/en`, Vietnamese elsewhere. The search
 * page is called `/tim-kiem` in Vietnamese.
 */
import type { Language } from '@hanoi/core/person/schema';

const search = { route: '/search', vietnamese: '/tim-kiem' };

/** The language of the page at `path`. */
export function languageOfPath(path: string): Language {
  return path === '/en' || path.startsWith('/en/') ? 'en' : 'vi';
}

/** `path`, such as `/me`, in `language`. */
export function localPath(language: Language, path: string): string {
  if (language === 'vi') return beginning(path, search.route, search.vietnamese);
  return path === '/' ? '/en' : `/en${path}`;
}

/** `path` without its language: `/en/challenges` and `/challenges` are one page, `/en/search` and `/tim-kiem` as well. */
export function pathWithoutLanguage(path: string): string {
  const bare = languageOfPath(path) === 'en' ? path.slice(3) || '/' : path;
  return beginning(bare, search.vietnamese, search.route);
}

/** `path` with `page` at its beginning replaced: all of it, or what stands before its query or fragment. */
function beginning(path: string, page: string, replacement: string): string {
  return path.startsWith(page) && /^(?:$|[/?#])/.test(path.slice(page.length))
    ? replacement + path.slice(page.length)
    : path;
}
