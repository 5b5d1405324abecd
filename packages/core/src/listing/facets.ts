/** In which lists a card stands: each list is a facet of its kind, as the kind's entry says. */

import type { Card } from '../card/schema.ts';
import { isListed, parentOf } from '../card/status.ts';
import { kindOf } from '../shared/ids.ts';
import { specOf } from '../subject/kinds.ts';

type Listed = Pick<Card, 'id' | 'status' | 'programme' | 'tags' | 'ward' | 'kind'>;

/** Facets of a card, as it is stored or answered; none for what is not public. */
export function facetsOf(card: Listed): readonly string[] {
  return isListed(card) ? specOf(kindOf(card.id)).lists({ ...card, parentId: parentOf(card) }) : [];
}
