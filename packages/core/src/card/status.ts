/** What a card's status means, by the entry of its kind. Pure, and light enough for the pages. */
import { kindOf, type SubjectId } from '../shared/ids.ts';
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
  return specOfStatus(card).live === true && (card.closesAt === null || card.closesAt > now.toISOString());
}

/** Whether it stands in the public lists. */
export function isListed(card: Pick<Card, 'id' | 'status'>): boolean {
  return specOfStatus(card).listed === true;
}

/** The subject a card answers; null for kinds without a parent. */
export function parentOf(card: Pick<Card, 'id'>): SubjectId | null {
  const field = parentField(kindOf(card.id));
  return field ? ((card as Record<string, unknown>)[field] as SubjectId) : null;
}
