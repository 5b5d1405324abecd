/** Decisions in the table, what they took out of content, and the appeals against them. */

import type { StoredImage } from '../card/image.ts';
import type { Card } from '../card/schema.ts';
import { getItem, getItems } from '../db/get.ts';
import {
  byPartition,
  decidedPartition,
  decisionKey,
  decisionsPartition,
  type Key,
  keptKey,
  setAsideKey,
  setAsidePartition,
} from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { type Part, putNew, setPart } from '../db/transact.ts';
import type { OrderRef } from '../order/schema.ts';
import type { ContentRef } from '../report/schema.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, requirePerson } from '../shared/context.ts';
import type { ContentId, DecisionId, ItemId, PersonId, SubjectId } from '../shared/ids.ts';
import type { Page } from '../shared/page.ts';
import { after, day, hanoiMonth, iso, ttl } from '../shared/time.ts';
import type { TextField } from './content.ts';
import { appealUntil } from './rules.ts';
import { ruleOf } from './rules-of-conduct.ts';
import type { Appeal, Decision } from './schema.ts';

/** What is needed to undo an effect, where the content itself does not tell. */
export type Undo = Record<'before' | 'after', Partial<Pick<Card, 'programme' | 'tags' | 'closesAt'>>>;

/** A decision as stored. Who made it is never shown. */
export type StoredDecision = Omit<Decision, 'subject' | 'appeal' | 'votes'> & {
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
  /** Of `quarantine`: which groups of the evidence. */
  votes?: NonNullable<Decision['votes']> & { groups: string[] };
  appeal: (Appeal & { by: PersonId | null }) | null;
};

/** What the moderator decided, without what follows from it. */
export type NewDecision = Pick<
  StoredDecision,
  'id' | 'subject' | 'about' | 'action' | 'reason' | 'facts' | 'foundBy' | 'item' | 'kind' | 'openedAt'
> & {
  until?: string;
  undo?: Undo;
  into?: StoredDecision['into'];
  order?: OrderRef | null;
  votes?: StoredDecision['votes'];
};

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
export function decisionOf({
  about,
  by,
  item,
  kind,
  openedAt,
  undo,
  appeal,
  votes,
  ...decision
}: StoredDecision): Decision {
  const counted = votes && { votes: { count: votes.count, state: votes.state } };
  if (!appeal) return { ...decision, ...counted, appeal };
  const { by: _, complete = null, ...shown } = appeal;
  return { ...decision, ...counted, appeal: { ...shown, complete } };
}

/** A decision, read strongly; undefined when there is none. */
export async function findDecision(ctx: Ctx, id: DecisionId): Promise<StoredDecision | undefined> {
  return (await getItem(ctx, decisionKey(id), { consistent: true })) as StoredDecision | undefined;
}

/** That a decision set the vote of a person aside. It is among the decisions about them. */
export type SetAside = {
  decision: DecisionId;
  person: PersonId;
  subject: SubjectId;
  /** The vote is like all others again. */
  isBack: boolean;
  appeal: StoredDecision['appeal'];
};

const isSetAside = (item: object) => (item as Key).pk.startsWith(setAsidePartition('' as DecisionId));

/** Whether, and how, a decision set somebody's vote aside. Read strongly. */
export async function findSetAside(ctx: Ctx, decision: DecisionId, person: PersonId): Promise<SetAside | undefined> {
  return (await getItem(ctx, setAsideKey(decision, person), { consistent: true })) as SetAside | undefined;
}

/**
 * As `findDecision`, of somebody whom it is about. One that set votes aside is about each of those people: it has their appeal then, and
 * not those of others.
 */
export async function findDecisionFor(ctx: Ctx, id: DecisionId, person: PersonId): Promise<StoredDecision | undefined> {
  const decision = await findDecision(ctx, id);
  const setAside = decision?.votes && (await findSetAside(ctx, id, person));
  return decision && setAside ? ofOne(decision, setAside) : decision;
}

/** For one of those people. Whose vote is like all others again has nothing to appeal. */
function ofOne(decision: StoredDecision, { person, appeal, isBack }: SetAside): StoredDecision {
  const appealUntil = isBack && !appeal ? null : decision.appealUntil;
  return { ...decision, about: person, appeal, appealUntil };
}

type Query = { limit: number; cursor?: string };

/** A page of the decisions about a person's content, account or votes, newest first. @throws invalid_cursor */
export async function listDecisionsAbout(ctx: Ctx, person: PersonId, query: Query): Promise<Page<StoredDecision>> {
  const list = { index: 'gsi1', partition: byPartition(person, 'decision'), order: 'descending' } as const;
  const page = await listIn(ctx, { ...list, ...query });
  const setAside = page.items.filter(isSetAside) as unknown as SetAside[];
  if (setAside.length === 0) return page;
  const keys = setAside.map(({ decision }) => decisionKey(decision));
  const found = (await getItems(ctx, keys)) as unknown as StoredDecision[];
  const merged = new Map(setAside.map((one, index) => [one.decision, ofOne(found[index]!, one)]));
  const items = page.items.map((item) =>
    isSetAside(item) ? merged.get((item as unknown as SetAside).decision)! : item,
  );
  return { ...page, items };
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

/** The item on which the appeal stands: the decision, or that one's vote was set aside. */
function appealedKey({ id, votes, about }: StoredDecision): Key {
  return votes && about ? setAsideKey(id, about) : decisionKey(id);
}

/** The parts that store an appeal. @throws appealed_already, not_appealable, when they are written and there is one, or the vote is back */
export function appealParts(ctx: Ctx, decision: StoredDecision, text: string): Part[] {
  const { id, action, votes } = decision;
  const appeal = { text, at: iso(ctx.now()), outcome: null, reasons: null, decidedAt: null, complete: null, by: null };
  const first = votes
    ? { expression: 'appeal = :none AND isBack = :no', values: { ':none': null, ':no': false } }
    : { expression: 'appeal = :none', values: { ':none': null } };
  const refused: Part['refused'] = (found) =>
    new AppError(found?.isBack && !found.appeal ? 'not_appealable' : 'appealed_already');
  const key = appealedKey(decision);
  const isKept = { expression: 'attribute_exists(pk)', values: {} };
  const longer = { ttl: ttl(after(ctx.now(), longestAppeal)) };
  return [
    setPart(key, { appeal }, first, refused),
    ...(action === 'redact' ? [setPart(keptKey(id), longer, isKept)] : []),
  ];
}

/**
 * The parts that store what came of an appeal; those of `undoParts` belong with them where it is overturned.
 * @throws item_done, when they are written and it has been decided meanwhile
 */
export function appealDecidedParts(
  ctx: Ctx,
  decision: StoredDecision,
  came: { outcome: 'uphold' | 'overturn'; reasons: string; complete: boolean | null },
): Part[] {
  const { id, action, appeal } = decision;
  if (!appeal) throw new TypeError(`${id} was not appealed`);
  const isVote = came.outcome === 'overturn' && decision.votes !== undefined;
  const decided = { ...appeal, ...came, decidedAt: iso(ctx.now()), by: requirePerson(ctx).id };
  const isOpen = {
    expression: '#appeal.#outcome = :none',
    names: { '#appeal': 'appeal', '#outcome': 'outcome' },
    values: { ':none': null },
  };
  return [
    // A vote comes back by the same write: one transaction takes one write of an item.
    setPart(
      appealedKey(decision),
      { appeal: decided, ...(isVote && { isBack: true }) },
      isOpen,
      () => new AppError('item_done'),
    ),
    ...(action === 'redact' ? [{ write: { Delete: { TableName: '', Key: keptKey(id) } } }] : []),
  ];
}
