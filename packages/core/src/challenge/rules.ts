/** The flow of a challenge and who may do what in it. Pure. */
import { programmeOf } from '../programme/schema.ts';
import { AppError } from '../shared/app-error.ts';
import { hasRole, type PersonActor } from '../shared/context.ts';
import { after, day } from '../shared/time.ts';
import type { ChallengeStatus, NewChallenge } from './schema.ts';

/** From each state, the states it may go to. Later features walk the ones after `open`. */
export const transitions = {
  draft: ['pending', 'open'],
  pending: ['open', 'hidden'],
  open: ['evaluating', 'decided', 'closed', 'merged', 'hidden'],
  evaluating: ['decided', 'closed', 'hidden'],
  decided: ['implementing', 'closed', 'hidden'],
  implementing: ['completed', 'closed', 'hidden'],
  completed: ['hidden'],
  closed: ['open', 'hidden'],
  merged: ['open', 'hidden'],
  hidden: ['open', 'closed'],
} as const satisfies Record<ChallengeStatus, readonly ChallengeStatus[]>;

export function mayGo(from: ChallengeStatus, to: ChallengeStatus): boolean {
  return (transitions[from] as readonly ChallengeStatus[]).includes(to);
}

const farthestClosing = 730 * day;

/** @throws closing_date_invalid unless it lies ahead, at most two years */
export function assertClosingDate(closesAt: string | null | undefined, now: Date): void {
  if (!closesAt) return;
  const at = new Date(closesAt).getTime();
  if (at <= now.getTime() || at > after(now, farthestClosing).getTime()) {
    throw new AppError('closing_date_invalid', {
      fields: [{ path: '/closesAt', code: 'closing_date_invalid', message: closesAt }],
    });
  }
}

/**
 * Restricted programmes take posts of agencies only, and only agencies launch.
 * @throws programme_restricted, not_allowed
 */
export function assertMayPost(
  actor: PersonActor,
  post: Pick<NewChallenge, 'programme' | 'kind'>,
  forAgency: boolean,
): void {
  if (programmeOf(post.programme).restricted && !(forAgency && hasRole(actor, 'agency-officer'))) {
    throw new AppError('programme_restricted');
  }
  if (post.kind === 'launched' && !forAgency) throw new AppError('not_allowed');
}
