/** What a card's status means, by the entry of its kind. Pure, and light enough for the pages. */
import { kindOf, type SubjectId } from '../shared/ids.ts';
import { hasCome } from '../shared/time.ts';
import { parentField, type StatusSpec, statusSpec } from '../subject/kinds.ts';
import type { Card } from './schema.ts';

function specOfStatus({ id, status }: Pick<Card, 'id' | 'status'>): StatusSpec {
  return statusSpec(kindOf(id), status);
}

/** Whether everybody may see it. A draft that is withdrawn does not become public. */
export function isPublic(card: Pick<Card, 'id' | 'status' | 'publishedAt'>): boolean {
  return card.publishedAt !== null && specOfStatus(card).seen === 'everyone';
}

/** Whether only its makers and moderators see it. */
export function isModerated(card: Pick<Card, 'id' | 'status'>): boolean {
  return specOfStatus(card).seen === 'moderators';
}

/** Whether people may vote, comment and answer: its status allows it, and its closing date has not come. */
export function isLive(card: Pick<Card, 'id' | 'status' | 'closesAt'>, now: Date): boolean {
  return specOfStatus(card).live === true && (card.closesAt === null || !hasCome(card.closesAt, now));
}

/** Whether its makers may write it: while only they see it, and as long as people take part. */
export function isEditable(card: Pick<Card, 'id' | 'status' | 'closesAt'>, now: Date): boolean {
  return card.status === 'draft' || isLive(card, now);
}

/** Whether it was public and is kept from people now: with it all that answers it. */
export function isTakenAway(card: Pick<Card, 'id' | 'status' | 'publishedAt'>): boolean {
  return card.publishedAt !== null && specOfStatus(card).seen !== 'everyone';
}

/** Whether its status is one of the public lists. */
export function hasListedStatus(card: Pick<Card, 'id' | 'status'>): boolean {
  return specOfStatus(card).listed === true;
}

/** Whether it stands in the public lists: its status is one of theirs, and what it answers was not taken away. */
export function isListed(card: Pick<Card, 'id' | 'status'> & { hiddenAbove?: boolean }): boolean {
  return hasListedStatus(card) && card.hiddenAbove !== true;
}

/** The subject a card answers; null for kinds without a parent. */
export function parentOf(card: Pick<Card, 'id'>): SubjectId | null {
  const field = parentField(kindOf(card.id));
  return field ? ((card as Record<string, unknown>)[field] as SubjectId) : null;
}
