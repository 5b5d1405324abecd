/** Who may write: under a name of their own, and not while they are suspended. Pure. */
import type { Endpoint } from '../api/endpoint.ts';
import { AppError } from '../shared/app-error.ts';
import type { Actor } from '../shared/context.ts';
import { hasOwnName } from '../shared/default-name.ts';
import { hasCome } from '../shared/time.ts';

/** Whoever publishes has a name; what the system does has none. @throws name_required */
export function assertNamed(actor: Actor): void {
  if (actor.kind === 'person' && !hasOwnName(actor)) throw new AppError('name_required');
}

/** Whether an endpoint is closed to people who are suspended: they write nothing, but for what lets them (`whileSuspended`). */
export function canBeSuspended({ method, access, writesNothing, whileSuspended }: Endpoint): boolean {
  return method !== 'GET' && access !== 'anyone' && !writesNothing && !whileSuspended;
}

/** The one place that stops suspended people. @throws suspended, with the time it ends */
export function assertNotSuspended(actor: Actor, endpoint: Endpoint, now: Date): void {
  if (actor.kind !== 'person' || !actor.suspendedUntil || !canBeSuspended(endpoint)) return;
  if (hasCome(actor.suspendedUntil, now)) return;
  throw new AppError('suspended', { data: { until: actor.suspendedUntil } });
}
