/** All that is answered from one replica, by what reads it. */
import type { DatabaseSync } from 'node:sqlite';
import type { CountedPage, ListRequest, SearchRequest } from '@hanoi/core/search/port';
import type { Alike, DraftToCompare, Suggestion } from '@hanoi/core/search/schema';
import { openAlike } from './answer/alike.ts';
import { openFoundReader } from './answer/found.ts';
import { openLists } from './answer/list.ts';
import { openSearch, type Searched } from './answer/search.ts';
import { openSuggest } from './answer/suggest.ts';

export type Answers = {
  /** @throws invalid_cursor */
  search(request: SearchRequest): Searched;
  /** @throws invalid_cursor */
  list(request: ListRequest): CountedPage<never>;
  suggest(question: string): Suggestion[];
  alike(draft: DraftToCompare, challenge?: string): Alike[];
};

/** What is answered from the replica in `db`, which may be open for reading only. */
export function openAnswers(db: DatabaseSync): Answers {
  const reader = openFoundReader(db);
  const lists = openLists(db, reader);
  return {
    search: openSearch({ db, lists, reader }),
    list: (request) => lists.list<never>(request),
    suggest: openSuggest(db),
    alike: openAlike(db, reader),
  };
}
