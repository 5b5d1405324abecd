/** The list in the table that a card is in: the kind's entry says which. */

import type { Card, ModeratedFields } from '../card/schema.ts';
import { isListed, parentOf } from '../card/status.ts';
import { kindOf } from '../shared/ids.ts';
import { specOf } from '../subject/kinds.ts';

type Listed = Pick<Card, 'id' | 'status'> & { hiddenAbove?: boolean };

/** The list of a card, as stored or as answered; undefined when it is not listed. */
export function listOf(card: Listed): string | undefined {
  return isListed(card) ? listWhenListed(card) : undefined;
}

/** The list that a card would be in if it were listed: where its row has to be taken away from. */
export function listWhenListed(card: Pick<Card, 'id'>): string {
  return specOf(kindOf(card.id)).list({ parentId: parentOf(card) });
}

/** The lists of what a card answered before that was merged with another one. */
export function listsLeft({
  id,
  formerParents = [],
}: Pick<Card, 'id'> & Pick<ModeratedFields, 'formerParents'>): string[] {
  return formerParents.map((parentId) => specOf(kindOf(id)).list({ parentId }));
}
