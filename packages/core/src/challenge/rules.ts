/** Who may post what. Pure. */
import { programmeOf } from '../programme/schema.ts';
import { AppError } from '../shared/app-error.ts';
import { hasRole, type PersonActor } from '../shared/context.ts';
import type { NewChallenge } from './schema.ts';

/**
 * Restricted programmes take posts of agencies only, and only agencies launch.
 * @throws programme_restricted, not_allowed
 */
export function assertMayPost(
  actor: PersonActor,
  post: Pick<NewChallenge, 'programme' | 'kind'>,
  forAgency: boolean,
): void {
  if (post.programme && programmeOf(post.programme).restricted && !(forAgency && hasRole(actor, 'agency-officer'))) {
    throw new AppError('programme_restricted');
  }
  if (post.kind === 'launched' && !forAgency) throw new AppError('not_allowed');
}
