/** One's own things as rows of a list: what a row shows and where it leads, whatever it is. */

import type { Comment } from '@hanoi/core/comment/schema';
import type { AnyCard } from '@hanoi/core/mine/cards';
import { kindOf, type SubjectId } from '@hanoi/core/shared/ids';
import { parentTitleField, type StatusOf, type SubjectKind, specOf } from '@hanoi/core/subject/kinds';

export type Thing = {
  id: string;
  path: string;
  /** Where to go on writing, for drafts. */
  editPath: string | null;
  /** What it is; for a comment, what it is about. */
  kind: SubjectKind;
  isComment: boolean;
  title: string;
  status: StatusOf<SubjectKind> | null;
  /** The title of what a subject answers. */
  to: string | null;
  counts: { support: number; comments: number } | null;
  at: string;
  /** A comment that is no longer seen. */
  gone: 'deleted' | 'hidden' | null;
};

/** A subject of any kind. */
export function subjectThing(card: AnyCard): Thing {
  const kind = kindOf(card.id);
  const path = `/${specOf(kind).path}/${card.id}`;
  const isDraft = card.status === 'draft';
  return {
    id: card.id,
    path,
    editPath: isDraft ? `${path}/edit` : null,
    kind,
    isComment: false,
    title: card.title,
    status: card.status,
    to: titleOfParent(card),
    counts: isDraft ? null : { support: card.support, comments: card.comments },
    at: card.publishedAt ?? card.updatedAt,
    gone: null,
  };
}

/** The title of what a card answers. */
function titleOfParent(card: AnyCard): string | null {
  const field = parentTitleField(kindOf(card.id));
  return field ? ((card as Record<string, unknown>)[field] as string) : null;
}

/** A comment, by its first words. */
export function commentThing({ id, subjectId, body, status, createdAt }: Comment): Thing {
  const kind = kindOf(subjectId as SubjectId);
  const words = body.replace(/\s+/g, ' ');
  return {
    id,
    path: `/${specOf(kind).path}/${subjectId}#${id}`,
    editPath: null,
    kind,
    isComment: true,
    title: words.length > 160 ? `${words.slice(0, words.lastIndexOf(' ', 160))}…` : words,
    status: null,
    to: null,
    counts: null,
    at: createdAt,
    gone: status === 'visible' ? null : status,
  };
}
