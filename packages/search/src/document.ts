/** A thing as the read model knows it, made from the items that the table stores of it. */
import type { Card } from '@hanoi/core/card/schema';
import { hasListedStatus, isPublic, parentOf } from '@hanoi/core/card/status';
import { type Counts, countsOf, rowOf, type StoredBody } from '@hanoi/core/card/stored';
import type { StoredComment } from '@hanoi/core/comment/repo';
import type { StoredOrganisation } from '@hanoi/core/organisation/repo';
import { revisionOf } from '@hanoi/core/search/repo';
import type { FoundKind } from '@hanoi/core/search/schema';
import { isSubjectId, kindOf } from '@hanoi/core/shared/ids';
import { wordsOf } from '@hanoi/core/shared/markdown-dialect';
import type { Item } from '@hanoi/core/shared/table';
import { normalTime } from '@hanoi/core/shared/time';
import { specOf, statusSpec } from '@hanoi/core/subject/kinds';
import { storedTrend } from '@hanoi/core/tally/rules';

/** The words of a thing, as people read them. */
export type Texts = { title: string; summary: string; body: string };

export type Document = {
  id: string;
  kind: FoundKind;
  /** Of two states of a thing, the one with the higher revision is the later one. */
  revision: number;
  /** The version of its texts. */
  version: number;
  /** The subject above it, which hides it by being hidden. */
  parent: string | null;
  /** Whether it may be found, as far as its own state says. */
  open: boolean;
  programme: string | null;
  ward: string | null;
  status: string | null;
  origin: string | null;
  organisation: string | null;
  publishedAt: string | null;
  /** The year of publication, in Hanoi. */
  year: number | null;
  closesAt: string | null;
  tags: readonly string[];
  counts: Counts;
  trend: number;
  /** What answers hold of it, without its counts: stored as JSON. */
  row: Record<string, unknown>;
};

/** An item of the index of changes as a document; undefined for what is not searched. */
export function documentOf(item: Item): Document | undefined {
  if (isSubjectId(item.pk)) return documentOfCard(item);
  if (item.pk.startsWith('cmt_')) return documentOfComment(item);
  if (item.pk.startsWith('org_')) return documentOfOrganisation(item);
  return undefined;
}

const nothing = {
  programme: null,
  ward: null,
  status: null,
  origin: null,
  organisation: null,
  closesAt: null,
  tags: [],
  trend: 0,
};

function documentOfCard(item: Item): Document {
  const card = item as unknown as Card;
  const kind = kindOf(card.id);
  const { counts: _, ...row } = rowOf(item);
  const isClosing = card.closesAt !== null && specOf(kind).parent === null && statusSpec(kind, card.status).live;
  return {
    id: card.id,
    kind,
    revision: revisionOf(item),
    version: card.version,
    parent: parentOf(card),
    open: isPublic(card) && hasListedStatus(card),
    programme: card.programme,
    ward: card.ward,
    status: card.status,
    origin: card.kind,
    organisation: card.organisation?.id ?? null,
    ...published(card.publishedAt),
    closesAt: isClosing ? normalTime(card.closesAt!) : null,
    tags: card.tags,
    counts: countsOf(item),
    trend: storedTrend(item),
    row,
  };
}

function documentOfComment(item: Item): Document {
  const comment = item as unknown as StoredComment;
  const { id, author, organisation, createdAt } = comment;
  return {
    ...nothing,
    id,
    kind: 'comment',
    revision: revisionOf(item),
    version: comment.version,
    parent: comment.subjectId,
    open: comment.status === 'visible',
    organisation: organisation?.id ?? null,
    ...published(createdAt),
    counts: countsOf({}),
    row: { author, organisation },
  };
}

function documentOfOrganisation(item: Item): Document {
  const organisation = item as unknown as StoredOrganisation;
  const { id, slug, name, kind, createdAt } = organisation;
  return {
    ...nothing,
    id,
    kind: 'organisation',
    revision: revisionOf(item),
    version: organisation.version ?? 1,
    parent: null,
    open: true,
    ...published(createdAt),
    counts: countsOf({}),
    row: { organisation: { id, slug, name, kind } },
  };
}

/** Hanoi is seven hours ahead of UTC, and knows no summer time. */
function published(at: string | null): { publishedAt: string | null; year: number | null } {
  if (!at) return { publishedAt: null, year: null };
  const hanoi = new Date(Date.parse(at) + 7 * 3_600_000);
  return { publishedAt: normalTime(at), year: hanoi.getUTCFullYear() };
}

/** The texts of an item; `body` is that of a subject. */
export function textsOf(item: Item, body: StoredBody | undefined): Texts {
  if (isSubjectId(item.pk)) {
    const { title, summary } = item as unknown as Card;
    return { title, summary, body: plain(body?.body ?? '') };
  }
  if (item.pk.startsWith('cmt_'))
    return { title: '', summary: '', body: plain((item as unknown as StoredComment).body) };
  const { name, about = '' } = item as unknown as StoredOrganisation;
  return { title: name, summary: about, body: '' };
}

function plain(markdown: string): string {
  return wordsOf(markdown).replace(/\s+/g, ' ').trim();
}
