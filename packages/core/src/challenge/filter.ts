/** Which list a filtered query of challenges reads: the narrowest one there is. The rest of the filter runs over its rows. */
import { allOf } from '../listing/schema.ts';
import type { ChallengeFilter } from './schema.ts';

/** The narrowest facet that holds everything the filter wants, and the fields that remain to filter by. */
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
  return { facet: chosen?.facet ?? allOf('challenge'), left };
}
