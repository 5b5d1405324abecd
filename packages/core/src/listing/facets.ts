/**
 * In which lists a card stands. A list is one facet: all challenges, a programme, a ward, a tag, a rare status or
 * kind, or the solutions of one challenge. What no facet narrows, a filter does, over the narrowest facet there is.
 */

import type { ChallengeFilter, PublicStatus } from '../challenge/schema.ts';
import { publicStatuses } from '../challenge/schema.ts';
import type { ChallengeId } from '../shared/ids.ts';
import { isListed } from '../solution/rules.ts';
import type { Card } from '../subject/repo.ts';

export const allChallenges = 'challenges';
export const allSolutions = 'solutions';
export const solutionsOf = (challenge: ChallengeId): string => `solutions:${challenge}`;

/** Facets of a card; none for what is not public. */
export function facetsOf(card: Card): string[] {
  if ('challengeId' in card) {
    return isListed(card.status) ? [allSolutions, solutionsOf(card.challengeId)] : [];
  }
  if (!publicStatuses.includes(card.status as PublicStatus)) return [];
  const facets = [allChallenges, `programme:${card.programme}`, ...card.tags.map((tag) => `tag:${tag}`)];
  if (card.ward) facets.push(`ward:${card.ward}`);
  // Most challenges are open and raised: those are filtered, the rare ones have a list of their own.
  if (card.status !== 'open') facets.push(`status:${card.status}`);
  if (card.kind !== 'raised') facets.push(`kind:${card.kind}`);
  return facets;
}

/** The narrowest facet that holds everything the filter wants, and what is left to filter by. */
export function planOf(filter: Pick<ChallengeFilter, 'programme' | 'ward' | 'status' | 'kind' | 'tag'>): {
  facet: string;
  left: { field: 'programme' | 'ward' | 'status' | 'kind' | 'tag'; value: string }[];
} {
  const { ward, tag, status, kind, programme } = filter;
  const candidates = [
    { field: 'ward', value: ward, facet: `ward:${ward}` },
    { field: 'tag', value: tag, facet: `tag:${tag}` },
    { field: 'status', value: status, facet: status === 'open' ? undefined : `status:${status}` },
    { field: 'kind', value: kind, facet: kind === 'raised' ? undefined : `kind:${kind}` },
    { field: 'programme', value: programme, facet: `programme:${programme}` },
  ] as const;
  const wanted = candidates.filter((candidate) => candidate.value !== undefined);
  const chosen = wanted.find((candidate) => candidate.facet !== undefined);
  const left = wanted
    .filter((candidate) => candidate !== chosen)
    .map(({ field, value }) => ({ field, value: value as string }));
  return { facet: chosen?.facet ?? allChallenges, left };
}
