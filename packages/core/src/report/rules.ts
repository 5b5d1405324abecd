/** Content: what can be reported and moderated. Whose it is, who sees it, and how it is named. Pure. */

import { isMaker } from '../card/maker.ts';
import { maySee } from '../card/rules.ts';
import type { Card } from '../card/schema.ts';
import { isModerated, isPublic } from '../card/status.ts';
import type { StoredComment } from '../comment/repo.ts';
import { AppError } from '../shared/app-error.ts';
import type { Actor, PersonActor } from '../shared/context.ts';
import {
  type CommentId,
  type ContentId,
  idPrefixes,
  isSubjectId,
  kindOf,
  type PersonId,
  type SubjectId,
} from '../shared/ids.ts';
import type { OrganisationRef } from '../shared/membership.ts';
import { specOf } from '../subject/kinds.ts';
import type { ContentRef, DecidedKind } from './schema.ts';

/**
 * Content as it is stored: a subject, or a comment with the subject it is about; and what that subject answers. An account has a card
 * as well (`accountContent`), so that what waits and what is decided about it is like all else.
 */
export type Content = { id: ContentId; card: Card; parent: Card | undefined; comment: StoredComment | undefined };

/** The kind of content that an id names. @throws TypeError for an id of something else, which is a bug of ours */
export function contentKindOf(id: ContentId): DecidedKind {
  if (isAccountId(id)) return 'account';
  return isCommentId(id) ? 'comment' : (kindOf(id) as DecidedKind);
}

/** Whether an id of content is that of an account. */
export function isAccountId(id: ContentId): id is PersonId {
  return id.startsWith(`${idPrefixes.person}_`);
}

type Account = { id: PersonId; name: string; version: number; createdAt: string };

/** An account as content: its owner wrote it; it has no programme and no ward, so that only those without limits decide about it. */
export function accountContent({ id, name, version, createdAt }: Account): Content {
  const author = { id, name };
  const texts = { title: name, summary: '', programme: null, ward: null, tags: [] };
  const nothing = { organisation: null, support: 0, comments: 0, publishedAt: null, closesAt: null };
  const card = { id, status: 'account', author, version, createdAt, updatedAt: createdAt, ...texts, ...nothing };
  return { id, card: card as unknown as Card, parent: undefined, comment: undefined };
}

/** Whether an id of content is that of a comment. */
export function isCommentId(id: ContentId): id is CommentId {
  return id.startsWith(`${idPrefixes.comment}_`);
}

/** The error for content that does not exist, or that this reader may not see. */
export function contentNotFound(id: ContentId): AppError {
  if (isAccountId(id)) return new AppError('person_not_found');
  return new AppError(isCommentId(id) ? 'comment_not_found' : `${kindOf(id)}_not_found`);
}

/** Who wrote it; null for a comment that was deleted before its author was kept. */
export function writerOf({ comment, card }: Content): Card['author'] | null {
  return comment ? comment.author : card.author;
}

/** In the name of which organisation it was written. */
export function spokenForBy({ comment, card }: Content): OrganisationRef | null {
  return comment ? comment.organisation : card.organisation;
}

/** The version that an edit of it raises. */
export function versionOf({ comment, card }: Content): number {
  return (comment ?? card).version;
}

/** Whether the actor sees it as readers do, or as those who made it or moderate it do. */
export function seesContent(actor: Actor, { card, parent, comment }: Content): boolean {
  return maySee(actor, card, parent) && (comment === undefined || comment.status === 'visible');
}

/**
 * Whether nobody but those who made it sees it, moderators neither: a draft, also one that was sent back, what they took back, and a comment
 * that was sent back. Nothing is opened about it, shown of it or decided about it.
 */
export function isTheirsAlone({ id, card, comment }: Content): boolean {
  if (isAccountId(id)) return false;
  return comment?.status === 'returned' || !(isPublic(card) || isModerated(card));
}

/** Whether they made it: nobody reports that. */
export function isOwnContent(actor: PersonActor, content: Content): boolean {
  const author = writerOf(content);
  return author !== null && isMaker(actor, { author, organisation: spokenForBy(content) });
}

/** Whether it is theirs, or of an organisation they belong to in any role: nobody decides about that. */
export function isConcernedBy(actor: PersonActor, content: Content): boolean {
  const organisation = spokenForBy(content);
  const isTheirs = writerOf(content)?.id === actor.id;
  return isTheirs || actor.memberships.some((membership) => membership.id === organisation?.id);
}

/** How it is named to somebody who may see it, and the page where it is; without a title for those who don't see it any more. */
export function refOf(content: Content, { isSeen = true }: { isSeen?: boolean } = {}): ContentRef {
  const { id, card, comment } = content;
  const path = isAccountId(id) ? `/admin/people/${id}` : pathOf(card.id, comment?.id);
  return { kind: contentKindOf(id), id, title: isSeen ? card.title : '', path };
}

/** The page of a subject, or of a comment on it, below the language. */
function pathOf(subject: SubjectId, comment?: string): string {
  const page = `/${specOf(kindOf(subject)).path}/${subject}`;
  return comment ? `${page}?around=${comment}#${comment}` : page;
}

/** Whether `text` is the id of content. */
export function isContentId(text: string): text is ContentId {
  return isSubjectId(text) || commentPattern.test(text);
}

/** The content that an id or the address of a page names: the last one in it, as a comment's address begins with its subject. */
export function contentIdIn(text: string): ContentId | undefined {
  return (text.match(/[a-z]{3}_[0-9A-HJKMNP-TV-Z]{26}/g) ?? []).findLast(isContentId) as ContentId | undefined;
}

const commentPattern = new RegExp(`^${idPrefixes.comment}_[0-7][0-9A-HJKMNP-TV-Z]{25}$`);
