/** The rule for links: how many there are, where they lead, and whether they stand in somebody's first text. */
import MarkdownIt from 'markdown-it';
import type { Finding, RuleSettings } from './schema.ts';

export type Link = { start: number; end: number; host: string; isMail: boolean };

// Wider than what pages turn into links: advertisements live at endings that nobody else writes without `https://`.
const endings = [
  ...[
    'vn',
    'com',
    'net',
    'org',
    'edu',
    'gov',
    'info',
    'asia',
    'biz',
    'ly',
    'gl',
    'gd',
    'vip',
    'top',
    'xyz',
    'club',
    'win',
  ],
  ...[
    'bet',
    'app',
    'online',
    'site',
    'shop',
    'store',
    'link',
    'click',
    'live',
    'fun',
    'pro',
    'casino',
    'page',
    'icu',
    'cc',
  ],
];
const { linkify } = new MarkdownIt({ linkify: true });
linkify.tlds(endings).set({ fuzzyLink: true, fuzzyEmail: true });

/** Texts longer than any post are read so far for links. */
const longest = 30_000;

/** Links and e-mail addresses of a text, in order; `t.me` and the given hosts also without `https://`. */
export function linksIn(text: string, hosts: readonly string[] = []): Link[] {
  const read = text.slice(0, longest);
  // What follows an @ is the rest of a masked address.
  const matches = (linkify.match(read) ?? []).filter(({ index }) => read[index - 1] !== '@');
  const found = matches.map(({ index, lastIndex, url, schema }) => ({
    start: index,
    end: lastIndex,
    host: hostOf(url),
    isMail: schema === 'mailto:',
  }));
  const starts = new Set(found.map(({ start }) => start));
  return [...found, ...hosts.flatMap((host) => bareLinks(read, host))]
    .filter((link, at) => at < found.length || !starts.has(link.start))
    .toSorted((a, b) => a.start - b.start);
}

/** `bit.ly/abc` where the ending is none of the usual ones. */
function bareLinks(text: string, host: string): Link[] {
  const links: Link[] = [];
  const small = text.toLowerCase();
  for (let start = small.indexOf(`${host}/`); start >= 0; start = small.indexOf(`${host}/`, start + 1)) {
    if (start > 0 && /[\p{L}\p{N}./@-]/u.test(small[start - 1]!)) continue;
    const end = start + (/^\S+/.exec(text.slice(start, start + 200))?.[0].length ?? host.length);
    links.push({ start, end, host, isMail: false });
  }
  return links;
}

function hostOf(url: string): string {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return host.toLowerCase().replace(/^www\./, '');
}

/** Links that are too many, shortened, or in a person's first text. */
export function findLinks(text: string, settings: RuleSettings['links'], isFirst: boolean): Finding[] {
  if (!settings.on) return [];
  const links = linksIn(text, settings.shorteners).filter(({ isMail }) => !isMail);
  const shortened = links.filter(({ host }) =>
    settings.shorteners.some((one) => host === one || host.endsWith(`.${one}`)),
  );
  const finding = (rule: string, { start, end }: Link): Finding => ({
    rule,
    reason: 'spam',
    words: text.slice(start, end),
    start,
    end,
  });
  return [
    ...shortened.map((link) => finding('link-shortener', link)),
    ...links.slice(settings.most).map((link) => finding('link-count', link)),
    ...(isFirst && settings.firstPost ? links.slice(0, 1).map((link) => finding('link-first-post', link)) : []),
  ];
}
