/**
 * Every number of signing in by mail. Codes and tries count by mailbox and by the browser, or the network, that asked, under a
 * larger total, so that a stranger uses up their own and not those of the mailbox's owner; and one carrier's address may
 * stand for thousands of phones.
 */
import type { Limit } from '../db/limit.ts';
import { sha256 } from '../shared/hash.ts';
import { networkOf } from '../shared/network.ts';
import { hour, minute, second } from '../shared/time.ts';

/** Six digits, for ten minutes. */
export const codeLifetime = 10 * minute;

/** Tries of one code: by the browser that asked for it; and as many by all others together. */
export const codeTries = 5;

/** Of several codes that are open, so many of the newest are compared: the browser's own, and those of others. */
export const codesCompared = 3;

/** Codes to one mailbox in a quarter of an hour: for one browser, for one network, and for everybody. */
export const codesToMailbox = { browser: 5, network: 10, total: 20, windowMs: 15 * minute } as const;

/**
 * Codes asked for by one network in an hour, to whatever mailboxes: so many at once, then each after a wait, which doubles
 * with every `waitGrows` more; beyond `most` none. What is asked for too early counts as well.
 */
export const codesFromNetwork = {
  atOnce: 600,
  most: 6_000,
  windowMs: hour,
  firstWaitMs: 15 * second,
  longestWaitMs: 2 * minute,
  waitGrows: 600,
} as const;

/** Wrong codes from one network in an hour, for whatever mailboxes. */
export const wrongGuessesFromNetwork = { times: 1_000, windowMs: hour } as const;

/** A form waits so long for its sender to come back from their identity provider: longer than the provider's own way may take. */
export const carriedFormLifetime = 15 * minute;

/** Forms kept for one network in an hour. */
export const carriedFormsFromNetwork = { times: 6_000, windowMs: hour } as const;

/** Who asks: the network of an address and, by what it was given with its first code, the browser. */
export type Asker = { address: string; request?: string };

/** The limits that a code to a mailbox meets, the narrowest first: what one refuses is not counted by those behind it. */
export function limitsToMailbox(mailbox: string, { address, request }: Asker): Limit[] {
  const { windowMs, browser, network, total } = codesToMailbox;
  const from = networkOf(address);
  const of = (name: string, times: number, who = ''): Limit => ({
    name: `${name}#${sha256(`${mailbox} ${who}`)}`,
    times,
    windowMs,
  });
  return [of('code-browser', browser, request ?? from), of('code-network', network, from), of('code', total)];
}

/** The limit of codes asked for by a network. */
export function limitOfNetwork({ address }: Asker): Limit {
  const { most: times, windowMs } = codesFromNetwork;
  return { name: `code-from#${sha256(networkOf(address))}`, times, windowMs };
}

/** The limit of wrong codes from a network. */
export function limitOfGuesses({ address }: Asker): Limit {
  return { name: `guess-from#${sha256(networkOf(address))}`, ...wrongGuessesFromNetwork };
}

/** The limit of forms kept for a network. */
export function limitOfCarriedForms({ address }: Asker): Limit {
  return { name: `form-from#${sha256(networkOf(address))}`, ...carriedFormsFromNetwork };
}

/** How long a browser waits for a code, when its network has asked for `used` in this hour, milliseconds; 0 for not at all. */
export function waitAfter(used: number): number {
  const { atOnce, waitGrows, firstWaitMs, longestWaitMs } = codesFromNetwork;
  if (used <= atOnce) return 0;
  return Math.min(longestWaitMs, firstWaitMs * 2 ** Math.floor((used - atOnce - 1) / waitGrows));
}
