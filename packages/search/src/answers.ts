/** All that is answered from one replica, by what reads it. */
import type { DatabaseSync } from 'node:sqlite';
import type { CountedPage, ListRequest, SearchRequest } from '@hanoi/core/search/port';
import type { Alike, DraftToCompare, Suggestion } from '@hanoi/core/search/schema';
import type { Page } from '@hanoi/core/shared/page';
import type { CountedTag, TagsQuery } from '@hanoi/core/tag/schema';
import { openAlike } from './answer/alike.ts';
import { openFoundReader } from './answer/found.ts';
import { openLists } from './answer/list.ts';
import { openSearch, type Searched } from './answer/search.ts';
import { openSuggest } from './answer/suggest.ts';
import { openTags } from './answer/tags.ts';

export type Answers = {
  /** @throws invalid_cursor */
  search(request: SearchRequest): Searched;
  /** @throws invalid_cursor */
  list(request: ListRequest): CountedPage<never>;
  suggest(question: string): Suggestion[];
  /** @throws invalid_cursor */
  tags(query: TagsQuery): Page<CountedTag>;
  alike(draft: DraftToCompare, challenge?: string): Alike[];
};

/** What is answered from the replica in `db`, which may be open for reading only. */
export function openAnswers(db: DatabaseSync): Answers {
  const reader = openFoundReader(db);
  const lists = openLists(db, reader);
  return {
    search: inOneRead(db, openSearch({ db, lists, reader })),
    list: inOneRead(db, (request: ListRequest) => lists.list<never>(request)),
    suggest: inOneRead(db, openSuggest(db)),
    tags: inOneRead(db, openTags(db)),
    alike: inOneRead(db, openAlike(db, reader)),
  };
}

/**
 * All of an answer is read in one transaction: it is of one state, and the file is locked once instead of for each of a thousand
 * statements, which took longer than to read.
 */
function inOneRead<Asked extends unknown[], Value>(db: DatabaseSync, answer: (...asked: Asked) => Value) {
  return (...asked: Asked): Value => {
    db.exec('BEGIN');
    try {
      return answer(...asked);
    } finally {
      // A damaged file may have ended it already.
      if (db.isTransaction) db.exec('ROLLBACK');
    }
  };
}
