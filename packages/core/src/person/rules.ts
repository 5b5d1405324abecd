/** The name people choose before anything of theirs is published. Pure. */
import { AppError } from '../shared/app-error.ts';
import type { Actor } from '../shared/context.ts';

/** A name that says nothing about the person, until they choose one. Nothing is published under it. */
export function defaultName(id: string): string {
  return `Người Hà Nội ${id.slice(-4)}`;
}

/** Whether they chose the name, or their identity provider gave it. */
export function hasOwnName({ id, name }: { id: string; name: string }): boolean {
  return name !== defaultName(id);
}

/** Whoever publishes has a name; what the system does has none. @throws name_required */
export function assertNamed(actor: Actor): void {
  if (actor.kind === 'person' && !hasOwnName(actor)) throw new AppError('name_required');
}
