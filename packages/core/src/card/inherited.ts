/** What an answer inherits from its parent, so that its card can be shown without reading the parent. Pure. */
import type { Id } from '../shared/ids.ts';
import { kindOf } from '../shared/ids.ts';
import type { SubjectKind } from '../subject/kinds.ts';
import type { Card } from './schema.ts';
import { isTakenAway } from './status.ts';
import type { StoredCard } from './stored.ts';

/** The parent's title and version stand under its kind: `challengeTitle`, `challengeVersion`. */
type Inherited<Kind extends SubjectKind> = Pick<Card, 'kind' | 'programme' | 'ward' | 'point' | 'closesAt'> &
  Record<`${Kind}Title`, string> &
  Record<`${Kind}Version`, number> & { placeVersion?: number; hiddenAbove: boolean };

/** What an answer inherits from its parent, and the parent's version it came from. */
export function inheritedFrom<Kind extends SubjectKind>(
  parent: Card & { id: Id<Kind>; placeVersion?: number },
): Inherited<Kind> {
  const { id, kind, programme, ward, point, placeVersion, closesAt, title, version } = parent;
  const name = kindOf(id);
  const own = { [`${name}Title`]: title, [`${name}Version`]: version };
  const hiddenAbove = isTakenAway(parent);
  return { kind, programme, ward, point, placeVersion, closesAt, hiddenAbove, ...own } as Inherited<Kind>;
}

/** Whether a change of a stored subject concerns its answers. */
export function concernsAnswers(before: StoredCard, after: StoredCard): boolean {
  const taken = (card: StoredCard) => {
    const { kind, programme, ward, closesAt, title, placeVersion } = card;
    return JSON.stringify([kind, programme, ward, closesAt, title, placeVersion, isTakenAway(card)]);
  };
  return taken(before) !== taken(after);
}
