/**
 * The CDN of one machine: keeps anonymous answers that allow it (`s-maxage`) for two seconds at most, combines simultaneous
 * requests for one address, and is emptied by every write.
 */
import { LRUCache } from 'lru-cache';
import type { Answer } from './answer.ts';
import { createEntry, type Entry, lettersInBytes, sizeOf } from './cache-entry.ts';

type Headers = Record<string, string | string[] | undefined>;

/** For the request that fetches: all others for the address wait until `finish` is called, with an answer or without. */
export type Fill = { finish(answer: Answer | undefined): Entry | undefined };

export type Lookup =
  | { kind: 'hit'; entry: Entry }
  | { kind: 'wait'; entry: Promise<Entry | undefined> }
  | { kind: 'fill'; fill: Fill }
  | { kind: 'pass' };

export type MicroCache = {
  /** The kept answer, if any. */
  get(url: string, headers: Headers): Entry | undefined;
  /** The kept answer, or how to get it. Only for anonymous GET requests. */
  look(url: string, headers: Headers): Lookup;
  clear(): void;
  /** Bytes held, about: of answers with their keys, and of addresses. */
  size(): { answers: number; addresses: number };
};

const LONGEST_SECONDS = 2;
/** As much as is requested within two seconds; more memory would only hold answers too old to use. */
const MAX_BYTES = 12 * 1024 * 1024;
/** Addresses alone: anybody can ask for as many as they like, each as long as a head may be. */
const MAX_ADDRESS_BYTES = 4 * 1024 * 1024;
const UNDERSTOOD = ['accept-language', 'accept', 'cookie'];
const CACHEABLE = new Set([200, 301, 308, 404, 410]);

/** Whether the request carries nothing that makes its answer personal. */
export function isAnonymous(headers: Headers): boolean {
  if (headers.authorization !== undefined || headers.range !== undefined) return false;
  const cookie = headers.cookie;
  return cookie === undefined || !/(?:^|;\s*)(?:__Host-)?session=/.test(String(cookie));
}

/** The seconds an answer may be kept, 0 for not at all. */
export function keepSeconds(status: number, headers: Record<string, string>, hasCookies: boolean): number {
  if (hasCookies || !CACHEABLE.has(status)) return 0;
  const control = headers['cache-control'] ?? '';
  const seconds = Number(/(?:^|[,\s])s-maxage=(\d+)/i.exec(control)?.[1] ?? 0);
  if (seconds === 0 || /private|no-store|no-cache/i.test(control)) return 0;
  return varyNames(headers.vary) ? Math.min(seconds, LONGEST_SECONDS) : 0;
}

/** The headers the answer depends on beside the encoding, or undefined when not all are understood. */
function varyNames(vary: string | undefined): string[] | undefined {
  const names = (vary ?? '')
    .toLowerCase()
    .split(/[,\s]+/)
    .filter((name) => name && name !== 'accept-encoding');
  return names.every((name) => UNDERSTOOD.includes(name)) ? names : undefined;
}

/** An empty cache. */
export function createMicroCache(): MicroCache {
  const entries = new LRUCache<string, Entry>({ maxSize: MAX_BYTES, sizeCalculation: sizeOf });
  // The headers each address depends on, once known; 'pass' if it turned out not to be cacheable, so that no request waits.
  const known = new LRUCache<string, string[] | 'pass'>({
    max: 10_000,
    ttl: 10_000,
    maxSize: MAX_ADDRESS_BYTES,
    sizeCalculation: (_, url) => lettersInBytes(url.length) + 256,
  });
  let flights = new Map<string, Promise<Entry | undefined>>();

  /** Cookies are always part of the key: they may change the page even if Vary does not name them. */
  const keyOf = (url: string, headers: Headers, names: readonly string[]) => {
    let key = url;
    if (headers.cookie !== undefined) key += `\ncookie:${headers.cookie}`;
    for (const name of names) if (name !== 'cookie') key += `\n${name}:${headers[name] ?? ''}`;
    return key;
  };

  const get = (url: string, headers: Headers): Entry | undefined => {
    const names = known.get(url);
    if (names === undefined || names === 'pass') return undefined;
    const entry = entries.get(keyOf(url, headers, names));
    return entry && entry.expires > performance.now() ? entry : undefined;
  };

  const startFill = (url: string, headers: Headers, flightKey: string): Fill => {
    const mine = flights;
    let land: (entry: Entry | undefined) => void = () => undefined;
    flights.set(flightKey, new Promise((resolve) => (land = resolve)));
    let finished = false;
    return {
      finish(answer) {
        if (finished) return undefined;
        finished = true;
        mine.delete(flightKey);
        const seconds = answer ? keepSeconds(answer.status, answer.headers, answer.cookies.length > 0) : 0;
        const entry = answer && seconds > 0 ? createEntry(answer, seconds) : undefined;
        if (answer && entry) {
          // An address may answer in several forms, so the headers that any of them depends on count for all.
          const before = known.get(url);
          const names = [
            ...new Set([...(Array.isArray(before) ? before : []), ...(varyNames(answer.headers.vary) ?? [])]),
          ];
          known.set(url, names.sort());
          // After a clear this answer may be older than the write that caused it.
          if (mine === flights) entries.set(keyOf(url, headers, names), entry);
        } else if (answer && answer.status < 500) known.set(url, 'pass');
        land(entry);
        return entry;
      },
    };
  };

  return {
    get,
    look(url, headers) {
      const entry = get(url, headers);
      if (entry) return { kind: 'hit', entry };
      const names = known.get(url);
      if (names === 'pass') return { kind: 'pass' };
      const flightKey = keyOf(url, headers, names ?? UNDERSTOOD);
      const flight = flights.get(flightKey);
      if (flight) return { kind: 'wait', entry: flight };
      return { kind: 'fill', fill: startFill(url, headers, flightKey) };
    },
    clear() {
      entries.clear();
      flights = new Map();
    },
    size: () => ({ answers: entries.calculatedSize, addresses: known.calculatedSize }),
  };
}
