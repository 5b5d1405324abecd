/** Who may post what. Pure. */
import type { Programme } from '../programme/schema.ts';
import { AppError } from '../shared/app-error.ts';
import { hasRole, type PersonActor } from '../shared/context.ts';
import type { NewChallenge } from './schema.ts';

/**
 * Restricted programmes take posts of agencies only, and only agencies launch. An unfinished draft has no programme.
 * @throws programme_restricted, not_allowed
 */
export function assertMayPost(
  actor: PersonActor,
  { kind, programme }: Pick<NewChallenge, 'kind'> & { programme: Pick<Programme, 'restricted'> | undefined },
  forAgency: boolean,
): void {
  if (programme?.restricted && !(forAgency && hasRole(actor, 'agency-officer'))) {
    throw new AppError('programme_restricted');
  }
  if (kind === 'launched' && !forAgency) throw new AppError('not_allowed');
}
