/** What people do most, as requests: each operation is loaded by itself. */
import { setTimeout as sleep } from 'node:timers/promises';
import { wardNames } from '@hanoi/core/ward/names';
import type { City } from './fill/city.ts';

export type Request = { method?: string; path: string; headers?: Record<string, string>; body?: string };
export type Counts = { sent: number; acknowledged: number };

export type Operation = {
  name: string;
  /** What it must reach on two cores: requests a second, and milliseconds for 99 of 100. */
  least?: { perSecond: number; p99: number };
  /** Begins a run: the requests it makes, one after the other, and what must be true after it. */
  begin(run: number): { next(): Request; check?(origin: string, counts: Counts): Promise<void> };
};

const api = '/api/v1/challenges';

/** The operations of a city, in the order in which they are measured: reads before writes. */
export function operationsOf(city: City): Operation[] {
  return [
    ...readsOf(city),
    ...searches(),
    { name: 'support, one challenge', least: { perSecond: 450, p99: 80 }, begin: (run) => beginSupport(city, run) },
    { name: 'new comment', least: { perSecond: 400, p99: 100 }, begin: (run) => beginPosts(city, run, comment) },
    { name: 'new challenge', least: { perSecond: 350, p99: 100 }, begin: (run) => beginPosts(city, run, challenge) },
  ];
}

function readsOf(city: City): Operation[] {
  const { challenges, talkedAbout } = city;
  return [
    read('list of 20', { perSecond: 1_600, p99: 25 }, () => api),
    read('one challenge, the same', { perSecond: 1_600, p99: 25 }, () => `${api}/${talkedAbout}`),
    read('one challenge, any of all', undefined, (number) => `${api}/${spread(challenges, number)}`),
    read('comments, the longest thread', { perSecond: 1_000, p99: 40 }, () => `${api}/${talkedAbout}/comments`),
    read('comments, any thread', undefined, (number) => `${api}/${spread(challenges, number)}/comments`),
    read('list page, HTML', { perSecond: 600, p99: 80 }, () => '/challenges'),
    read('challenge page, HTML, the same', { perSecond: 450, p99: 80 }, () => `/challenges/${talkedAbout}`),
    { name: 'challenge page, HTML, signed in', begin: () => beginSignedIn(city) },
    read('challenge page, HTML, any of all', undefined, (number) => `/challenges/${spread(challenges, number)}`),
  ];
}

const programmes = ['P1', 'P2', 'P3', 'P4', 'P5', 'P7', 'P8', 'P9'];
const wards = Object.keys(wardNames);
const sorts = ['new', 'top', 'trending', 'closing'];
/** Words that a fifth of all texts or more have. */
const frequent = ['nước', 'đường', 'người', 'nhà', 'xe', 'trẻ', 'phố', 'điện'];

/** Each asks something else than the ones before, as the gateway keeps answers for seconds. */
function searches(): Operation[] {
  const q = (words: string) => encodeURIComponent(words);
  return [
    read('list with three filters', { perSecond: 1_000, p99: 50 }, (n) => {
      const [programme, ward] = [programmes[n % programmes.length], spread(wards, n)];
      return `${api}?programme=${programme}&ward=${ward}&status=open&sort=${sorts[(n >> 3) % 4]}`;
    }),
    read('suggestions', { perSecond: 500, p99: 50 }, (n) => `/api/v1/search/suggest?q=${q(`ngo ${n % 1_000} ng`)}`),
    read(
      'search, a rare word',
      { perSecond: 300, p99: 100 },
      (n) => `/api/v1/search?q=${1 + ((n * 7) % 999)}&limit=20`,
    ),
    read('search, a word of a fifth of all', { perSecond: 40, p99: 400 }, (n) => {
      // Without a word that nothing has: the same hits, and another question each time.
      return `/api/v1/search?q=${q(`${frequent[n % frequent.length]!} -zx${n}`)}&limit=20`;
    }),
  ];
}

function read(name: string, least: Operation['least'], pathOf: (number: number) => string): Operation {
  let number = 0;
  return { name, ...(least && { least }), begin: () => ({ next: () => ({ path: pathOf(number++) }) }) };
}

/** Different people who are signed in read the page of one challenge: each is made for one of them alone. */
function beginSignedIn({ talkedAbout, tokens }: City) {
  let number = 0;
  const path = `/challenges/${talkedAbout}`;
  return { next: () => ({ path, headers: { cookie: `session=${tokens[number++ % tokens.length]}` } }) };
}

/** One of `all`, so that neighbours in time are far apart and none comes again before all had their turn. */
function spread<T>(all: readonly T[], number: number): T {
  // A prime that divides no number of challenges the bench is run with.
  return all[(number * 7_919) % all.length]!;
}

/** Different people support one challenge that nobody supported before; none of their votes may be lost or doubled. */
function beginSupport(city: City, run: number) {
  const subject = city.untouched[run % city.untouched.length]!;
  let number = 0;
  return {
    next: () => ({
      method: 'PUT',
      path: `${api}/${subject}/support`,
      headers: signedIn(city, number++),
    }),
    check: (origin: string, counts: Counts) => checkSupport(`${origin}${api}/${subject}`, city.tokens.length, counts),
  };
}

/** What was acknowledged is counted; what was sent and cut off at the end of the run may be. */
async function checkSupport(url: string, people: number, { sent, acknowledged }: Counts): Promise<void> {
  let support = -1;
  for (let attempt = 0; attempt < 100; attempt++) {
    support = ((await (await fetch(url)).json()) as { support: number }).support;
    if (support >= Math.min(acknowledged, people) && support <= sent) return;
    await sleep(200);
  }
  throw new Error(`${acknowledged} votes were acknowledged (of ${sent} sent), but ${support} are counted.`);
}

function beginPosts(city: City, run: number, postOf: (city: City, number: number) => { path: string; body: unknown }) {
  let number = run * 1_000_000;
  return {
    next() {
      const { path, body } = postOf(city, number++);
      const headers = { ...signedIn(city, number), 'content-type': 'application/json' };
      return { method: 'POST', path, headers, body: JSON.stringify(body) };
    },
  };
}

const sentence =
  'Sau mỗi trận mưa lớn, nước ngập đến đầu gối ở ngõ này, xe máy chết máy hàng loạt và trẻ em phải nghỉ học. ';

const prime = 23;

/** The words of the sentence in another order for each number: the rules hold what somebody says again and again. */
function woven(number: number): string {
  // By steps of any width, in a ring of a prime number of words, all have their turn.
  const ring = sentence.split(' ').slice(0, prime);
  const step = 1 + (number % (prime - 1));
  return `${ring.map((_, at) => ring[(at * step) % prime]).join(' ')} `;
}
function comment({ challenges }: City, number: number) {
  return {
    path: `${api}/${spread(challenges, number)}/comments`,
    body: { body: woven(number) + number, stance: 'for' },
  };
}

function challenge(_: City, number: number) {
  const body = {
    title: `Ngập sau mưa lớn ở ngõ số ${number}`,
    summary: woven(number).trim(),
    body: sentence.repeat(8).trim(),
    programme: 'P5',
    tags: ['ngập lụt', 'thoát nước'],
  };
  return { path: api, body };
}

function signedIn({ tokens }: City, number: number): Record<string, string> {
  return { authorization: `Bearer ${tokens[number % tokens.length]}` };
}
