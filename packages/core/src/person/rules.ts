/** The name people choose before anything of theirs is published. Pure. */
import { AppError } from '../shared/app-error.ts';
import type { Actor } from '../shared/context.ts';
import { hasOwnName } from '../shared/default-name.ts';

/** Whoever publishes has a name; what the system does has none. @throws name_required */
export function assertNamed(actor: Actor): void {
  if (actor.kind === 'person' && !hasOwnName(actor)) throw new AppError('name_required');
}
