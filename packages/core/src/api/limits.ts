/** What each route that writes declares of its limits: how often, and how much. Imports no schema: the gateway reads it too. */
import type { SubjectKind } from '../subject/kinds.ts';

/** What has a pace: how many of it one person may do in an hour (`trust/service.ts`). */
export type Paced = SubjectKind | 'comment' | 'report' | 'edit' | 'account';

/**
 * The pace of a route: of something that has one; `counted` by limits of its own (`db/limit.ts`), also for those who are
 * not signed in; or `free`, where doing it again changes nothing.
 */
export type Pace = Paced | 'counted' | 'free';

/** The most bytes that a body may have: what the schema takes, as JSON writes it at its longest, and not much more. */
export const bodyLimits = {
  /** Without a body, or of a few short fields; the most that is read of somebody who is not signed in. */
  small: 16 * 1024,
  comment: 128 * 1024,
  text: 512 * 1024,
  /** A list of content rules: letters with marks take three bytes. */
  list: 3 * 1024 * 1024,
  /** What Lambda takes in one call. */
  picture: 6 * 1024 * 1024,
} as const;
