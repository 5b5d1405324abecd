/** What somebody is about to report, as everybody reads it. */
import { nameOf } from '@hanoi/core/api/for-kinds';
import type { ContentKind } from '@hanoi/core/report/schema';
import { type ContentId, isSubjectId, kindOf, type SubjectId } from '@hanoi/core/shared/ids';
import { wordsOf } from '@hanoi/core/shared/markdown';
import { specOf } from '@hanoi/core/subject/kinds';
import type { ServerLoadEvent } from '@sveltejs/kit';
import { commentPath } from '$lib/comment/comment-address';
import { sharedApiFor } from '$lib/server/api';
import { onName } from './report-address';

export type Target = {
  kind: ContentKind;
  /** Its own title; of a comment, that of what it is about. */
  title: string | null;
  /** The summary, or the first words. */
  excerpt: string | null;
  path: string | null;
};

/** A comment without what it is about is known by its id alone: it can be reported all the same. @throws ProblemError */
export async function readTarget(event: ServerLoadEvent<{ id: string }>): Promise<Target> {
  const id = event.params.id as ContentId;
  if (isSubjectId(id)) {
    const { title, summary } = await readSubject(event, id);
    return { kind: kindOf(id), title, excerpt: summary, path: `/${specOf(kindOf(id)).path}/${id}` };
  }
  const on = event.url.searchParams.get(onName) ?? '';
  if (!isSubjectId(on)) return { kind: 'comment', title: null, excerpt: null, path: null };
  const list = sharedApiFor(event).comment[nameOf('list*Comments', kindOf(on))];
  const [{ title }, { items }] = await Promise.all([
    readSubject(event, on),
    list({ params: { id: on }, query: { limit: 15, around: id } }),
  ]);
  const body = items.find((comment) => comment.id === id)?.body;
  return { kind: 'comment', title, excerpt: body ? beginningOf(wordsOf(body)) : null, path: commentPath(on, id) };
}

async function readSubject(event: ServerLoadEvent, id: SubjectId): Promise<{ title: string; summary: string }> {
  const kind = kindOf(id);
  const feature = sharedApiFor(event)[kind] as unknown as Record<string, (request: object) => Promise<unknown>>;
  const get = feature[nameOf('get*', kind)] as (request: object) => Promise<{ title: string; summary: string }>;
  return get({ params: { id } });
}

const mostLetters = 300;

function beginningOf(words: string): string {
  const letters = [...words];
  return letters.length <= mostLetters ? words : `${letters.slice(0, mostLetters).join('')}…`;
}
