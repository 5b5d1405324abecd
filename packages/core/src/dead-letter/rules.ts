/** What is said of a dead letter. Pure. */
import { createHash } from 'node:crypto';
import type { Fault } from '../shared/fault.ts';
import { type Id, newId } from '../shared/ids.ts';
import { day, iso, minute } from '../shared/time.ts';
import type { DeadLetter, LetterSource } from './schema.ts';

/** A record of the stream holds texts and names, which an erasure would not find here: as long as SQS keeps a message. */
export const recordKept = 14 * day;
export const discardedKept = 365 * day;
export const failureKept = 15 * day;
/** Sending takes half a minute at most. A claim whose process died ends after so long. */
export const longestRetry = 2 * minute;

export type LetterId = Id<'letter'>;

/** The stored letter. */
export type StoredLetter = {
  id: LetterId;
  source: LetterSource;
  messageId: string;
  failedAt: string;
  sentAt?: string;
  tries?: number;
  fault?: Fault;
  body: string;
  /** The record of the stream, compressed. */
  record?: Uint8Array;
  /** Whether it came with a record. */
  hasRecord?: boolean;
  /** Somebody is sending it again. */
  claimedUntil?: string;
  ttl?: number;
  discarded?: { at: string; by: string; reason: string };
};

type Named = { source: LetterSource; messageId: string; body: string; sentAt?: Date; failedAt: Date };

/** The id of a letter: the same for the same message, so that one that is filed twice is one letter. When it failed may be known by its filing alone. */
export function letterIdOf({ source, messageId, body, sentAt, failedAt }: Named): LetterId {
  const bytes = createHash('sha256')
    .update(JSON.stringify([source, messageId, body]))
    .digest();
  let next = 0;
  return newId('letter', { now: () => sentAt ?? failedAt, random: () => bytes[next++]! / 256 });
}

/** Records alone can be missing; what else failed is sent again as it was. */
export function canRetry({ source, hasRecord, discarded }: StoredLetter): boolean {
  return !discarded && (source !== 'streams' || hasRecord === true);
}

/** A letter as administrators see it. */
export function shownLetter(stored: StoredLetter, who: string | null): DeadLetter {
  const { id, source, failedAt, sentAt = null, tries = null, fault = null, ttl, discarded } = stored;
  return {
    ...{ id, source, failedAt, sentAt, tries, fault },
    canRetry: canRetry(stored),
    keptUntil: ttl === undefined ? null : iso(new Date(ttl * 1_000)),
    discarded: discarded ? { at: discarded.at, by: discarded.by, who, reason: discarded.reason } : null,
  };
}
