/** One's own things as rows of a list: what a row shows and where it leads, whatever it is. */

import type { AnyCard } from '@hanoi/core/mine/cards';
import type { MyComment } from '@hanoi/core/mine/contract';
import { kindOf, type SubjectId } from '@hanoi/core/shared/ids';
import { wordsOf } from '@hanoi/core/shared/markdown';
import { parentTitleField, type StatusOf, type SubjectKind, specOf } from '@hanoi/core/subject/kinds';
import { commentPath } from '$lib/comment/comment-address';

export type Thing = {
  id: string;
  path: string;
  /** Where to go on writing, for drafts. */
  editPath: string | null;
  /** What it is; for a comment, what it is about. */
  kind: SubjectKind;
  isComment: boolean;
  /** Its title, or that of what a comment is about; null where that is not seen any more. */
  title: string | null;
  /** The first words of a comment. */
  excerpt: string | null;
  status: StatusOf<SubjectKind> | null;
  /** The title of what a subject answers. */
  to: string | null;
  counts: { support: number; comments: number } | null;
  at: string;
  /** A comment that is no longer seen. */
  gone: 'deleted' | 'hidden' | null;
  /** A comment that waits for moderators, or was sent back by them. */
  waits: 'pending' | 'returned' | null;
  /** One's vote for it is set aside. */
  isSetAside?: boolean;
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
    excerpt: null,
    status: card.status,
    to: titleOfParent(card),
    counts: isDraft ? null : { support: card.support, comments: card.comments },
    at: card.publishedAt ?? card.updatedAt,
    gone: null,
    waits: null,
  };
}

/** The title of what a card answers. */
function titleOfParent(card: AnyCard): string | null {
  const field = parentTitleField(kindOf(card.id));
  return field ? ((card as Record<string, unknown>)[field] as string) : null;
}

/** A comment, by what it is about and its first words. */
export function commentThing({ id, subjectId, subjectTitle, body, status, createdAt }: MyComment): Thing {
  const subject = subjectId as SubjectId;
  return {
    id,
    path: commentPath(subject, id),
    editPath: null,
    kind: kindOf(subject),
    isComment: true,
    title: subjectTitle,
    excerpt: beginningOf(wordsOf(body)),
    status: null,
    to: null,
    counts: null,
    at: createdAt,
    gone: status === 'deleted' || status === 'hidden' ? status : null,
    waits: status === 'pending' || status === 'returned' ? status : null,
  };
}

/** The first words, at most this many letters. */
const mostLetters = 160;

function beginningOf(words: string): string {
  const letters = [...words];
  if (letters.length <= mostLetters) return words;
  const cut = letters.slice(0, mostLetters).join('');
  const end = cut.lastIndexOf(' ');
  return `${end > mostLetters / 2 ? cut.slice(0, end) : cut}…`;
}
