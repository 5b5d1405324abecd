/** Who reads an answer, and in which language: a person gets a page, a program a problem (RFC 9457). */

export type Asked = {
  /** The path that was asked for, with or without its query. */
  path: string;
  /** The headers `Accept` and `Accept-Language`. */
  accept?: string | undefined;
  acceptLanguage?: string | undefined;
};

/** Where the API leads browsers: out to an identity provider, and back. */
export const visited = '/api/v1/auth/oidc/';

/** Whether a failure is to be told on a page: browsers that go somewhere name HTML, programs don't. The API's answers are for programs. */
export function wantsPage({ path, accept = '' }: Asked): boolean {
  return accept.includes('text/html') && (!path.startsWith('/api/') || path.startsWith(visited));
}

/** The language of a page is that of its address; the API and files, which have none there, take the first the reader prefers. */
export function languageAsked({ path, acceptLanguage = '' }: Asked): 'vi' | 'en' {
  if (/^\/en(?:[/?#]|$)/.test(path)) return 'en';
  const hasNone = /^\/(?:api|media|dev)\//.test(path);
  return hasNone && acceptLanguage.trimStart().toLowerCase().startsWith('en') ? 'en' : 'vi';
}
