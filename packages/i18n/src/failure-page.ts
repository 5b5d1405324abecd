/**
 * The page that tells of a failure where no other can be made: by the gateway, or before SvelteKit made one. It needs nothing else of
 * the site: no script, no file.
 */
import { createHash } from 'node:crypto';
import type { Language } from '@hanoi/core/person/schema';
import type { ErrorCode } from '@hanoi/core/shared/errors';
import * as common from './common.ts';
import { errorMessages } from './errors.ts';

export type Failure = {
  language: Language;
  code: ErrorCode;
  /** The page to try again, a path of this site; left out where the same would fail again. */
  again?: string | undefined;
  /** Something was sent along: browsers still have it one step back. */
  wasSent?: boolean;
  requestId?: string;
};

const style = `:root{color-scheme:light dark;font:1.0625rem/1.6 system-ui,sans-serif}
body{max-width:40rem;margin:0 auto;padding:2rem 1rem;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.3;margin:0 0 1rem}ul{padding-left:1.2rem}li{margin:.6rem 0}a{color:LinkText}
p.name{margin:0 0 2rem;font-weight:700}`;
const styleHash = createHash('sha256').update(style).digest('base64');

/** The headers of the page: nobody keeps it, and nothing runs in it. */
export const failureHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
};

/** The page: what happened, what to do, and ways on. */
export function failurePage({ language, code, again, wasSent, requestId }: Failure): string {
  const { name, errors } = common[language];
  const { title, detail } = errorMessages[language][code];
  const home = language === 'en' ? '/en' : '/';
  const ways = [
    ...(again ? [[again, errors.retry] as const] : []),
    [language === 'en' ? '/en/challenges' : '/challenges', errors.seeChallenges] as const,
    [home, errors.goHome] as const,
  ];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – ${name}</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="name">${name}</p>
<h1>${title}</h1>
<p>${detail}</p>
${wasSent ? `<p>${errors.goBack}</p>\n` : ''}${requestId ? `<p>${errors.quote(requestId)}</p>\n` : ''}<p>${errors.whatNow}</p>
<ul>
${ways.map(([href, text]) => `<li><a href="${inAttribute(href)}">${text}</a></li>`).join('\n')}
</ul>
</main>
</body>
</html>
`;
}

/** A path of this site as an attribute holds it; the home page for anything else. */
function inAttribute(path: string): string {
  const base = 'http://this.site';
  if (!path.startsWith('/') || path.startsWith('//') || !URL.canParse(path, base)) return '/';
  const { pathname, search } = new URL(path, base);
  return `${pathname}${search}`.replaceAll('&', '&amp;').replaceAll('"', '%22');
}
