/** The thread that answers: it only reads the replica, beside the thread that writes it. */
import type { DatabaseSync } from 'node:sqlite';
import type { ListRequest, SearchRequest } from '@hanoi/core/search/port';
import type { DraftToCompare } from '@hanoi/core/search/schema';
import type { TagsQuery } from '@hanoi/core/tag/schema';
import { type Answers, openAnswers } from '../answers.ts';
import { notReady } from '../not-ready.ts';
import { openReplica, ReplicaUnusable } from '../replica/file.ts';

/** What the reader's thread can be asked. Until there is a replica, everything is `search_not_ready`. */
export function readerMethods(file: string) {
  let open: { db: DatabaseSync; answers: Answers } | undefined;
  const answers = (): Answers => {
    open ??= opened(file);
    return open.answers;
  };
  return {
    search: (request: SearchRequest) => answers().search(request),
    list: (request: ListRequest) => answers().list(request),
    suggest: (question: string) => answers().suggest(question),
    tags: (query: TagsQuery) => answers().tags(query),
    alike: (draft: DraftToCompare, challenge?: string) => answers().alike(draft, challenge),
    /** The file was replaced: the next answer comes from the new one. */
    reopen() {
      open?.db.close();
      open = undefined;
    },
  };
}

function opened(file: string) {
  try {
    const db = openReplica(file, { readOnly: true });
    return { db, answers: openAnswers(db) };
  } catch (error) {
    if (error instanceof ReplicaUnusable) throw notReady(error);
    throw error;
  }
}
