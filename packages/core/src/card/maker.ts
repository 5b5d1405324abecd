/** Who made a subject, and in whose name. Pure, and light enough for the pages, which know the reader from `/me`. */
import type { Actor, PersonActor } from '../shared/context.ts';
import { speaksFor } from '../shared/membership.ts';
import type { Card } from './schema.ts';

/** Whether they made it, or edit for the organisation it was made for. */
export function isMaker(
  who: Actor | Pick<PersonActor, 'id' | 'memberships'>,
  card: Pick<Card, 'author' | 'organisation'>,
): boolean {
  if (!('memberships' in who)) return false;
  if (who.id === card.author.id) return true;
  return who.memberships.some((membership) => membership.id === card.organisation?.id && speaksFor(membership));
}

/** In whose name somebody acts on a subject: that of its organisation for those who made it, their own for all others. */
export function spokenFor(who: Actor, card: Pick<Card, 'author' | 'organisation'>): Card['organisation'] {
  return isMaker(who, card) ? card.organisation : null;
}
