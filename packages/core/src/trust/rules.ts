/** Levels of trust, and how often somebody of each may write. Pure. */
import type { Paced } from '../api/limits.ts';
import type { PersonActor } from '../shared/context.ts';
import { day, hasCome } from '../shared/time.ts';
import { specOf } from '../subject/kinds.ts';
import type { Level } from './schema.ts';

/** What a level follows from. */
export type Merits = {
  /** Of the account, milliseconds. */
  age: number;
  /** What stands of theirs. */
  posts: number;
  /** Their reports on which moderators acted. */
  upheld: number;
  /** Decisions against them. */
  decisions: number;
};

/**
 * How far an author is trusted: by the age of the account, by what stands of theirs, by reports of theirs that were right, and by decisions
 * against them. The numbers are ours, of 29 November 2026.
 */
export function levelOf({ age, posts, upheld, decisions }: Merits): Level {
  const good = posts + upheld;
  if (age >= 60 * day && good >= 5 && decisions === 0) return 'trusted';
  return age >= 7 * day && good >= 1 && decisions <= 2 ? 'known' : 'new';
}

/**
 * Actions an hour: far above what people do, far below what a program can. Drafts count, as they are stored too. Not many more
 * than 100, so that the item stays within 1 KB. A new name is written wherever the person is named.
 */
export function mostAnHour(paced: Paced): number {
  if (paced === 'comment') return 100;
  if (paced === 'report') return 60;
  if (paced === 'edit') return 120;
  return paced === 'account' ? 20 : specOf(paced).mostAnHour;
}

/** Somebody who is limited by a decision of moderators writes so many times less often. Their own account is not in question. */
const limitedShare = 10;
/** A new account has this share of what all others have. */
const newShare = 2 / 3;

/** The places of an hour: those that everybody has, and those of people who are known. The two are the same where the level says nothing. */
export function placesOf(
  { limitedUntil }: Pick<PersonActor, 'limitedUntil'>,
  paced: Paced,
  now: Date,
): { least: number; known: number } {
  const most = mostAnHour(paced);
  if (paced === 'account') return { least: most, known: most };
  const isLimited = limitedUntil !== undefined && !hasCome(limitedUntil, now);
  const limited = Math.floor(most / limitedShare);
  return isLimited ? { least: limited, known: limited } : { least: Math.round(most * newShare), known: most };
}
