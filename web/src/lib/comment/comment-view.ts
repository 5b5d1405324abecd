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
  // What waits may be mended as long as it does.
  const mayStill = isWaiting(comment) || (comment.status === 'visible' && !hasCome(editableUntil, now));
  const isEditable = isOpen && mayStill;
  return { ...comment, html: bodyHtml, source: isEditable ? body : null };
}

/** A page of a thread as the page shows it, with the comments that wait, as far as the reader sees them. */
export function threadView<Thread extends { items: Comment[]; waiting: Comment[] }>(
  thread: Thread,
  now: Date,
  isOpen: boolean,
) {
  const shown = (comments: readonly Comment[]) => comments.map((comment) => commentView(comment, now, isOpen));
  return { ...thread, items: shown(thread.items), waiting: shown(thread.waiting) };
}

/** Whether only its author and moderators see it. */
export function isWaiting({ status }: Pick<Comment, 'status'>): boolean {
  return status === 'pending' || status === 'returned';
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
