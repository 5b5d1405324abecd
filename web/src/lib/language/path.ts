/**
 * Which language an address speaks, and the same address in the other: English below `/en`, Vietnamese elsewhere. A few pages that
 * people say aloud or print have a Vietnamese name.
 */
import type { Language } from '@hanoi/core/person/schema';

/** The pages with a name in each language: the one of their route, which is the English one, and the Vietnamese. */
const named = [
  ['/search', '/tim-kiem'],
  ['/code-of-conduct', '/quy-tac-ung-xu'],
  ['/transparency', '/minh-bach-kiem-duyet'],
] as const;

/** The language of the page at `path`. */
export function languageOfPath(path: string): Language {
  return path === '/en' || path.startsWith('/en/') ? 'en' : 'vi';
}

/** `path`, such as `/me`, in `language`. */
export function localPath(language: Language, path: string): string {
  if (language === 'vi') return named.reduce((renamed, [route, name]) => beginning(renamed, route, name), path);
  return path === '/' ? '/en' : `/en${path}`;
}

/** `path` without its language: `/en/challenges` and `/challenges` are one page, `/en/search` and `/tim-kiem` as well. */
export function pathWithoutLanguage(path: string): string {
  const bare = languageOfPath(path) === 'en' ? path.slice(3) || '/' : path;
  return named.reduce((renamed, [route, name]) => beginning(renamed, name, route), bare);
}

/** The path of the route of the page at `path`, where that has a name of its own in its language; else undefined. */
export function routeOfNamed(path: string): string | undefined {
  const route = pathWithoutLanguage(path);
  if (!named.some(([own]) => own === route)) return undefined;
  return languageOfPath(path) === 'en' ? `/en${route}` : route;
}

/** `path` with `page` at its beginning replaced: all of it, or what stands before its query or fragment. */
function beginning(path: string, page: string, replacement: string): string {
  return path.startsWith(page) && /^(?:$|[/?#])/.test(path.slice(page.length))
    ? replacement + path.slice(page.length)
    : path;
}
