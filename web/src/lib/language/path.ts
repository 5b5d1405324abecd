/** Which language an address speaks, and the same address in the other: English below `/en`, Vietnamese elsewhere. */
import type { Language } from '@hanoi/core/person/schema';

/** The language of the page at `path`. */
export function languageOfPath(path: string): Language {
  return path === '/en' || path.startsWith('/en/') ? 'en' : 'vi';
}

/** `path`, such as `/me`, in `language`. */
export function localPath(language: Language, path: string): string {
  if (language === 'vi') return path;
  return path === '/' ? '/en' : `/en${path}`;
}

/** `path` without its language part: `/en/challenges` and `/challenges` are one page. */
export function pathWithoutLanguage(path: string): string {
  return languageOfPath(path) === 'en' ? path.slice(3) || '/' : path;
}
