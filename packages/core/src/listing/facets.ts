/** The lists that a card is in: each list is a facet, and the kind's entry says which there are. */

import type { Card } from '../card/schema.ts';
import { isListed, parentOf } from '../card/status.ts';
import { kindOf } from '../shared/ids.ts';
import { specOf } from '../subject/kinds.ts';

type Listed = Pick<Card, 'id' | 'status' | 'programme' | 'tags' | 'ward' | 'kind'> & { hiddenAbove?: boolean };

/** The facets of a card, as stored or as answered; none when it is not listed. */
export function facetsOf(card: Listed): readonly string[] {
  return isListed(card) ? specOf(kindOf(card.id)).lists({ ...card, parentId: parentOf(card) }) : [];
}
