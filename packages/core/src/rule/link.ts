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
  const found = likelyPlaces(read).flatMap(([from, to]) => {
    const matches = linkify.match(read.slice(from, to)) ?? [];
    return matches.flatMap(({ index, lastIndex, url, schema }) => {
      const [start, end] = [from + index, from + lastIndex];
      return read[start - 1] === '@' ? [] : [{ start, end, host: hostOf(url), isMail: schema === 'mailto:' }];
    });
  });
  const starts = new Set(found.map(({ start }) => start));
  return [...found, ...bareLinks(read, hosts)]
    .filter((link, at) => at < found.length || !starts.has(link.start))
    .toSorted((a, b) => a.start - b.start);
}

/** What every link and every address has: a dot between two signs, an @, or the slashes behind `https:`. */
const linkSign = /[^\s.]\.[^\s.]|@|\/\//g;

/**
 * The stretches without blanks that may hold a link, as no link has a blank: reading all of a long text for links would take longer than
 * all else that rules do with it.
 */
function likelyPlaces(text: string): [number, number][] {
  const places: [number, number][] = [];
  let to = 0;
  for (const { index } of text.matchAll(linkSign)) {
    if (index < to) continue;
    let from = index;
    while (from > to && !isBlank(text, from - 1)) from--;
    to = index;
    while (to < text.length && !isBlank(text, to)) to++;
    places.push([from, to]);
  }
  return places;
}

function isBlank(text: string, at: number): boolean {
  return /\s/.test(text[at]!);
}

/** `bit.ly/abc` where the ending is none of the usual ones. */
function bareLinks(text: string, hosts: readonly string[]): Link[] {
  const small = text.toLowerCase();
  return hosts.flatMap((host) => bareLinksTo(host, text, small));
}

function bareLinksTo(host: string, text: string, small: string): Link[] {
  const links: Link[] = [];
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
