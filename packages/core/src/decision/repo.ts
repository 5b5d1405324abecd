/** Decisions in the table, what they took out of content, and the appeals against them. */

import type { StoredImage } from '../card/image.ts';
import type { Card } from '../card/schema.ts';
import { getItem } from '../db/get.ts';
import { byPartition, decidedPartition, decisionKey, decisionsPartition, keptKey } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { type Part, putNew, setPart } from '../db/transact.ts';
import type { OrderRef } from '../order/schema.ts';
import type { ContentRef } from '../report/schema.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, requirePerson } from '../shared/context.ts';
import type { ContentId, DecisionId, ItemId, PersonId } from '../shared/ids.ts';
import type { Page } from '../shared/page.ts';
import { after, day, hanoiMonth, iso, ttl } from '../shared/time.ts';
import type { TextField } from './content.ts';
import { appealUntil } from './rules.ts';
import { ruleOf } from './rules-of-conduct.ts';
import type { Appeal, Decision } from './schema.ts';

/** What is needed to undo an effect, where the content itself does not tell. */
export type Undo = Record<'before' | 'after', Partial<Pick<Card, 'programme' | 'tags' | 'closesAt'>>>;

/** A decision as stored. Who made it is never shown. */
export type StoredDecision = Omit<Decision, 'subject' | 'appeal'> & {
  subject: ContentRef & { id: ContentId };
  /** Whose content it is about; null where nobody is known. */
  about: PersonId | null;
  by: PersonId;
  /** The item it was made of. */
  item: ItemId;
  /** Why the item was in the queue, and since when: for the transparency report. */
  kind: string;
  openedAt: string;
  undo: Undo | null;
  appeal: (Appeal & { by: PersonId | null }) | null;
};

/** What the moderator decided, without what follows from it. */
export type NewDecision = Pick<
  StoredDecision,
  'id' | 'subject' | 'about' | 'action' | 'reason' | 'facts' | 'foundBy' | 'item' | 'kind' | 'openedAt'
> & { until?: string; undo?: Undo; into?: StoredDecision['into']; order?: OrderRef | null };

/** A new decision of the actor's, made now. */
export function newDecision(ctx: Ctx, { until, undo, into, order, ...made }: NewDecision): StoredDecision {
  const now = ctx.now();
  return {
    ...made,
    rule: ruleOf(made.reason, now),
    by: requirePerson(ctx).id,
    at: iso(now),
    until: until ?? null,
    into: into ?? null,
    order: order ? { number: order.number, issuer: order.issuer } : null,
    appealUntil: appealUntil(made.action, now),
    appeal: null,
    undo: undo ?? null,
  };
}

/** The part that stores a decision. It belongs in the transaction of its effect. */
export function decisionPart(decision: StoredDecision): Part {
  const { id, about, subject, at } = decision;
  return putNew({
    ...decisionKey(id),
    ...(about && { gsi1pk: byPartition(about, 'decision'), gsi1sk: id }),
    gsi2pk: decisionsPartition(subject.id),
    gsi2sk: id,
    gsi3pk: decidedPartition(hanoiMonth(new Date(at))),
    gsi3sk: id,
    ...decision,
  });
}

/** A decision as whom it is about sees it: without the moderators. */
export function decisionOf({ about, by, item, kind, openedAt, undo, appeal, ...decision }: StoredDecision): Decision {
  if (!appeal) return { ...decision, appeal };
  const { by: _, complete = null, ...shown } = appeal;
  return { ...decision, appeal: { ...shown, complete } };
}

/** A decision, read strongly; undefined when there is none. */
export async function findDecision(ctx: Ctx, id: DecisionId): Promise<StoredDecision | undefined> {
  return (await getItem(ctx, decisionKey(id), { consistent: true })) as StoredDecision | undefined;
}

type Query = { limit: number; cursor?: string };

/** A page of the decisions about a person's content or account, newest first. @throws invalid_cursor */
export function listDecisionsAbout(ctx: Ctx, person: PersonId, query: Query): Promise<Page<StoredDecision>> {
  return listIn(ctx, { index: 'gsi1', partition: byPartition(person, 'decision'), order: 'descending', ...query });
}

/** A page of the decisions about content, newest first. @throws invalid_cursor */
export function listDecisionsOf(ctx: Ctx, content: ContentId, query: Query): Promise<Page<StoredDecision>> {
  return listIn(ctx, { index: 'gsi2', partition: decisionsPartition(content), order: 'descending', ...query });
}

/** A page of the decisions made in a month of Hanoi (`2026-11`), oldest first. @throws invalid_cursor */
export function listDecidedIn(ctx: Ctx, month: string, query: Query): Promise<Page<StoredDecision>> {
  return listIn(ctx, { index: 'gsi3', partition: decidedPartition(month), order: 'ascending', ...query });
}

async function listIn(
  ctx: Ctx,
  query: Query & { index: 'gsi1' | 'gsi2' | 'gsi3'; partition: string; order: 'ascending' | 'descending' },
): Promise<Page<StoredDecision>> {
  return (await queryPage(ctx, { list: query.partition, ...query })) as unknown as Page<StoredDecision>;
}

/** What a decision took out: passages of each text in their order, and pictures with their places. */
export type Kept = {
  texts: Partial<Record<TextField, string[]>>;
  pictures?: { index: number; image: StoredImage }[];
};

/** How long after the time for appeals what was taken out may still be deleted. */
const margin = day;
/** The longest that an appeal may wait. */
const longestAppeal = 366 * day;

/** The part that keeps what a decision takes out, until the time for appeals is over. */
export function keptPart(ctx: Ctx, id: DecisionId, kept: Kept): Part {
  const until = appealUntil('redact', ctx.now())!;
  return putNew({ ...keptKey(id), ...kept, ttl: ttl(after(new Date(until), margin)) });
}

/** What a decision took out, read strongly; undefined once it is gone for good. */
export async function findKept(ctx: Ctx, id: DecisionId): Promise<Kept | undefined> {
  const item = await getItem(ctx, keptKey(id), { consistent: true });
  // DynamoDB deletes what is over only after a while.
  return item && Number(item.ttl) > ttl(ctx.now()) ? (item as unknown as Kept) : undefined;
}

/** The parts that store an appeal. @throws appealed_already, when they are written and there is one */
export function appealParts(ctx: Ctx, { id, action }: StoredDecision, text: string): Part[] {
  const appeal = { text, at: iso(ctx.now()), outcome: null, reasons: null, decidedAt: null, complete: null, by: null };
  const first = { expression: 'appeal = :none', values: { ':none': null } };
  const isKept = { expression: 'attribute_exists(pk)', values: {} };
  const longer = { ttl: ttl(after(ctx.now(), longestAppeal)) };
  return [
    setPart(decisionKey(id), { appeal }, first, () => new AppError('appealed_already')),
    ...(action === 'redact' ? [setPart(keptKey(id), longer, isKept)] : []),
  ];
}

/**
 * The parts that store what came of an appeal; those of `undoParts` belong with them where it is overturned.
 * @throws item_done, when they are written and it has been decided meanwhile
 */
export function appealDecidedParts(
  ctx: Ctx,
  { id, action, appeal }: StoredDecision,
  came: { outcome: 'uphold' | 'overturn'; reasons: string; complete: boolean | null },
): Part[] {
  if (!appeal) throw new TypeError(`${id} was not appealed`);
  const decided = { ...appeal, ...came, decidedAt: iso(ctx.now()), by: requirePerson(ctx).id };
  const isOpen = {
    expression: '#appeal.#outcome = :none',
    names: { '#appeal': 'appeal', '#outcome': 'outcome' },
    values: { ':none': null },
  };
  return [
    setPart(decisionKey(id), { appeal: decided }, isOpen, () => new AppError('item_done')),
    ...(action === 'redact' ? [{ write: { Delete: { TableName: '', Key: keptKey(id) } } }] : []),
  ];
}
