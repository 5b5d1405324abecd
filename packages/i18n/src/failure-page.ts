/**
 * The page that tells of a failure where no other can be made: by the gateway, by AWS's edge, or before SvelteKit made one. It needs
 * nothing else of the site: no script, no file.
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
h1,h2{font-size:1.5rem;line-height:1.3;margin:0 0 1rem}ul{padding-left:1.2rem}li{margin:.6rem 0}a{color:LinkText}
p.name{margin:0 0 2rem;font-weight:700}section{margin-top:2rem;border-top:1px solid;padding-top:2rem}`;
const styleHash = createHash('sha256').update(style).digest('base64');

const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;

/** The headers of the page: nobody keeps it, and nothing runs in it. */
export const failureHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': `${policy}; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
};

/** The page: what happened, what to do, and ways on. */
export function failurePage({ language, code, again, wasSent, requestId }: Failure): string {
  const { name, errors } = common[language];
  const { title, detail } = errorMessages[language][code];
  const told = [detail, ...(wasSent ? [errors.goBack] : []), ...(requestId ? [errors.quote(requestId)] : [])];
  const ways = waysOn(language, again && inAttribute(again));
  return framed(language, title, `<p class="name">${name}</p>\n<h1>${title}</h1>\n${paragraphs(told)}\n${ways}`);
}

/**
 * The same in both languages, for where nobody can ask which: it lies ready at the edge before anything fails. With `mayRetry` it
 * leads to its own address again.
 */
export function failurePageInBoth(code: ErrorCode, { mayRetry }: { mayRetry: boolean }): string {
  const inLanguage = (language: Language, heading: 'h1' | 'h2') => {
    const { title, detail } = errorMessages[language][code];
    const { name, errors } = common[language];
    const told = paragraphs([detail, errors.goBackIfSent]);
    // An empty address is that of the page itself.
    const ways = waysOn(language, mayRetry ? '' : undefined);
    return `<p class="name">${name}</p>\n<${heading}>${title}</${heading}>\n${told}\n${ways}`;
  };
  const both = `${inLanguage('vi', 'h1')}\n<section lang="en">\n${inLanguage('en', 'h2')}\n</section>`;
  const meta = `<meta http-equiv="content-security-policy" content="${policy}">\n`;
  return framed('vi', errorMessages.vi[code].title, both, meta);
}

function framed(language: Language, title: string, content: string, meta = ''): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
${meta}<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – ${common[language].name}</title>
<style>${style}</style>
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`;
}

function paragraphs(texts: readonly string[]): string {
  return texts.map((text) => `<p>${text}</p>`).join('\n');
}

/** What the reader can do; `again` is the address to try again, as an attribute holds it. */
function waysOn(language: Language, again: string | undefined): string {
  const { errors } = common[language];
  const home = language === 'en' ? '/en' : '/';
  const ways = [
    ...(again === undefined ? [] : [[again, errors.retry] as const]),
    [language === 'en' ? '/en/challenges' : '/challenges', errors.seeChallenges] as const,
    [home, errors.goHome] as const,
  ];
  const links = ways.map(([href, text]) => `<li><a href="${href}">${text}</a></li>`);
  return `<p>${errors.whatNow}</p>\n<ul>\n${links.join('\n')}\n</ul>`;
}

/** A path of this site as an attribute holds it; the home page for anything else. */
function inAttribute(path: string): string {
  const base = 'http://this.site';
  if (!path.startsWith('/') || path.startsWith('//') || !URL.canParse(path, base)) return '/';
  const { pathname, search } = new URL(path, base);
  return `${pathname}${search}`.replaceAll('&', '&amp;').replaceAll('"', '%22');
}
