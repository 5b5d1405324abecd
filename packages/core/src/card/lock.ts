/** Locking a subject: it takes no comments, new or edited, and all else goes on. */
import type { Part } from '../db/transact.ts';
import { commentLockParts } from '../tally/repo.ts';
import { alterCardPart } from './move.ts';
import type { Card, Moderated } from './schema.ts';

/** The parts that lock a subject, by a decision, or unlock it: null. @throws EditedMeanwhile, when they are written */
export function lockParts(card: Card, locked: Moderated | null): Part[] {
  return [alterCardPart(card, { locked }), ...commentLockParts(card.id, locked !== null)];
}
