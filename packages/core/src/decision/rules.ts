/** Which decisions can be appealed, by whom, until when; what counts as one against somebody; what can be merged. Pure. */
import { maySee } from '../card/rules.ts';
import type { Card, ModeratedFields } from '../card/schema.ts';
import { isLive, parentOf } from '../card/status.ts';
import { AppError } from '../shared/app-error.ts';
import type { Actor } from '../shared/context.ts';
import type { PersonId } from '../shared/ids.ts';
import { day, endOfHanoiDay, hasCome, iso } from '../shared/time.ts';
import { type Action, type Appeal, appealDays } from './schema.ts';

/** What takes something from somebody. All else gives it back, leaves it, or waits for the author, as `return` does. */
const restricting: readonly Action[] = [
  'redact',
  'hide',
  'lock',
  'warn',
  'limit',
  'suspend',
  'retag',
  'close',
  'merge',
  'quarantine',
];

/** What takes something from people who did nothing wrong. */
const nobodysFault: readonly Action[] = ['merge', 'quarantine'];

/** Until when a decision made at `at` can be appealed: the end of the 30th day after, in Hanoi. Null for one that cannot. */
export function appealUntil(action: Action, at: Date): string | null {
  return restricting.includes(action) ? iso(endOfHanoiDay(at, appealDays)) : null;
}

/** A decision, as far as appeals go. */
type Appealable = {
  about: PersonId | null;
  by: PersonId;
  appealUntil: string | null;
  appeal: Pick<Appeal, 'outcome'> | null;
};

/**
 * Only whom it is about may appeal, once, until the end of the last day; also while they are suspended.
 * @throws not_signed_in, decision_not_found for all others, not_appealable, appealed_already, appeal_over
 */
export function assertMayAppeal(actor: Actor, decision: Appealable, now: Date): void {
  if (actor.kind !== 'person') throw new AppError('not_signed_in');
  if (decision.about !== actor.id) throw new AppError('decision_not_found');
  if (decision.appealUntil === null) throw new AppError('not_appealable');
  if (decision.appeal) throw new AppError('appealed_already');
  if (now.getTime() > Date.parse(decision.appealUntil)) throw new AppError('appeal_over');
}

/** An appeal is decided once, by somebody else than who made the decision. @throws same_moderator, item_done */
export function assertMayDecideAppeal(actor: Actor, decision: Appealable): void {
  if (actor.kind === 'person' && actor.id === decision.by) throw new AppError('same_moderator');
  if (decision.appeal?.outcome !== null) throw new AppError('item_done');
}

/**
 * Whether it stands against whom it is about: it took something from them, and was not overturned. To have said what somebody else had
 * said already is nobody's fault, nor is a vote among others that are set aside: who shares a network with somebody else has done nothing.
 */
export function countsAgainst({ action, appeal }: { action: Action; appeal: Pick<Appeal, 'outcome'> | null }): boolean {
  return restricting.includes(action) && !nobodysFault.includes(action) && appeal?.outcome !== 'overturn';
}

/** The longest that somebody can be limited or suspended, days. */
export const longestRestriction = 366;

/** @throws invalid_input unless the end lies ahead, at most a year: nobody is suspended for good */
export function assertUntil(until: string | undefined, now: Date): asserts until is string {
  const time = until === undefined ? Number.NaN : Date.parse(until);
  if (time > now.getTime() && time <= now.getTime() + longestRestriction * day) return;
  const message = `A time ahead, at most ${longestRestriction} days`;
  throw new AppError('invalid_input', { fields: [{ path: '/until', code: 'until_invalid', message }] });
}

const reader: Actor = { kind: 'anonymous' };

/** Why a subject is not merged into another of its kind: the code of the field `into`; undefined where it can be. */
export function whyNotMerged(
  card: Card,
  target: { card: Card; parent: Card | undefined },
  now: Date,
): 'merge_itself' | 'merge_not_found' | 'merge_elsewhere' | 'merge_not_open' | undefined {
  if (target.card.id === card.id) return 'merge_itself';
  if (!maySee(reader, target.card, target.parent)) return 'merge_not_found';
  if (parentOf(target.card) !== parentOf(card)) return 'merge_elsewhere';
  const isOpen = isLive(target.card, now) && (!target.parent || isLive(target.parent, now));
  return isOpen ? undefined : 'merge_not_open';
}

/** Moderators undo a merge as long as its author could appeal it: until the end of the 30th day in Hanoi. */
export function mayUnmerge({ merged }: ModeratedFields, now: Date): boolean {
  return Boolean(merged) && !hasCome(iso(endOfHanoiDay(new Date(merged!.at), appealDays)), now);
}
