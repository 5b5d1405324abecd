/** Who may post what, and until when. Pure. */
import { programmeOf } from '../programme/schema.ts';
import { AppError } from '../shared/app-error.ts';
import { hasRole, type PersonActor } from '../shared/context.ts';
import { after, day } from '../shared/time.ts';
import type { NewChallenge } from './schema.ts';

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
