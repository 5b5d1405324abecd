/** In which lists a card stands: each list is a facet of its kind, as the kind's entry says. */

import type { Card } from '../card/schema.ts';
import { isListed, parentOf } from '../card/status.ts';
import { kindOf } from '../shared/ids.ts';
import { specOf } from '../subject/kinds.ts';

/** Facets of a card; none for what is not public. */
export function facetsOf(card: Card): readonly string[] {
  return isListed(card) ? specOf(kindOf(card.id)).lists({ ...card, parentId: parentOf(card) }) : [];
}
