/** A comment as the thread shows it, and the thread as branches: a comment with the replies below it. */
import type { Comment } from '@hanoi/core/comment/schema';
import { hasCome } from '@hanoi/core/shared/time';

export type CommentView = Omit<Comment, 'body' | 'bodyHtml' | 'subjectId' | 'editableUntil'> & {
  html: string;
  /** As typed, while its author may still edit it. */
  source: string | null;
};

/** `root` is null where the page begins in the middle of a branch. */
export type Branch = { id: string; root: CommentView | null; replies: CommentView[] };

/** What the page needs of `comment`; `isOpen` says whether people take part in what it is about. */
export function commentView(
  { body, bodyHtml, subjectId: _, editableUntil, ...comment }: Comment,
  now: Date,
  isOpen: boolean,
): CommentView {
  const isEditable = isOpen && comment.status === 'visible' && !hasCome(editableUntil, now);
  return { ...comment, html: bodyHtml, source: isEditable ? body : null };
}

/** The branches of a page of a thread, in its order. */
export function branchesOf(comments: readonly CommentView[]): Branch[] {
  const branches = new Map<string, Branch>();
  for (const comment of comments) {
    const branch = branches.get(comment.rootId) ?? { id: comment.rootId, root: null, replies: [] };
    if (comment.id === comment.rootId) branch.root = comment;
    else branch.replies.push(comment);
    branches.set(comment.rootId, branch);
  }
  return [...branches.values()];
}

export type Shares = { for: number; against: number; neutral: number; all: number };

/** How the views are shared out among the comments that began a branch; null where they are too few to mean anything. */
export function sharesOf(comments: readonly CommentView[]): Shares | null {
  const shares: Shares = { for: 0, against: 0, neutral: 0, all: 0 };
  for (const { id, rootId, status, stance } of comments) {
    if (status !== 'visible' || id !== rootId) continue;
    shares[stance] += 1;
    shares.all += 1;
  }
  return shares.all >= 5 && shares.for + shares.against >= 4 ? shares : null;
}
