/** The read model as use cases see it: what answers searches and filtered lists, wherever it is kept. */
import type { Card } from '../card/schema.ts';
import type { ChallengeId } from '../shared/ids.ts';
import type { OrganisationRef } from '../shared/membership.ts';
import type { Page } from '../shared/page.ts';
import type { SubjectKind } from '../subject/kinds.ts';
import type { CountedTag, TagsQuery } from '../tag/schema.ts';
import type { Alike, DraftToCompare, ListFilter, SearchAnswer, SearchFilter, Suggestion } from './schema.ts';

/** A page of a search; `limit` from 1 to 100. */
export type SearchRequest = SearchFilter & { limit: number; cursor?: string };

/** A page of the list of one kind. */
export type ListRequest = ListFilter & { kind: SubjectKind; limit: number; cursor?: string };

/** A page of a list, with how many there are in all, and the organisation that it is narrowed to. */
export type CountedPage<C> = Page<C> & { total: number; organisation: OrganisationRef | null };

/** How many public subjects there are of one kind with the same status, programme and ward, and their counters in all. */
export type SubjectTotal = {
  kind: SubjectKind;
  status: string;
  programme: string | null;
  ward: string | null;
  subjects: number;
  comments: number;
  support: number;
};

/**
 * Each call first brings the index up to date, if it is not.
 * @throws search_not_ready from each, while there is nothing to answer from; invalid_cursor where there is a cursor
 */
export type SearchIndex = {
  search(request: SearchRequest): Promise<SearchAnswer>;
  list<C extends Card>(request: ListRequest): Promise<CountedPage<C>>;
  suggest(question: string): Promise<Suggestion[]>;
  /** A page of the tags that public subjects carry, with how many carry each. */
  tags(query: TagsQuery): Promise<Page<CountedTag>>;
  /** Public challenges, or with `challenge` its solutions, that may be the same as the draft. */
  alike(draft: DraftToCompare, challenge?: ChallengeId): Promise<Alike[]>;
  /** Counts all public subjects. Only where the index is beside the one who counts; else the lists of the table are read. */
  totals?(): Promise<SubjectTotal[]>;
};
