/** Before a merge: whether this moderator may decide it, and what would follow. Every read is bounded. */
import type { Card } from '../card/schema.ts';
import { getItems, getTogether } from '../db/get.ts';
import { voteKey, voteShards } from '../db/keys.ts';
import { whyNotMerged } from '../decision/rules.ts';
import { countFollowers } from '../follow/repo.ts';
import { findContent } from '../report/repo.ts';
import { type Content, contentKindOf, isConcernedBy, isContentId, refOf } from '../report/rules.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, requirePerson } from '../shared/context.ts';
import { type ItemId, kindOf, type SubjectId } from '../shared/ids.ts';
import { countersOf } from '../subject/kinds.ts';
import { listVoters } from '../support/repo.ts';
import { sumTally } from '../tally/repo.ts';
import { requireItem } from './access.ts';
import { isInScope } from './rules.ts';
import type { MergePreview, MergeSide } from './schema.ts';

/** So many supporters of the one with fewer are looked up at the other one: 10 calls of 100 keys. */
const mostCompared = 1_000;
/** So many followers are counted. */
const mostFollowers = 1_000;

/**
 * Nobody decides that what others wrote leads to their own, or to what they do not moderate. What cannot be merged into at all, the
 * effect refuses.
 * @throws own_content, outside_scope
 */
export async function assertMayMergeInto(ctx: Ctx, into: string | undefined): Promise<void> {
  const target = into && isContentId(into) ? await findContent(ctx, into) : undefined;
  const refusal = target && whyNotInto(ctx, target);
  if (refusal) throw new AppError(refusal);
}

function whyNotInto(ctx: Ctx, target: Content): 'own_content' | 'outside_scope' | undefined {
  const actor = requirePerson(ctx);
  if (!isInScope(actor, target.card)) return 'outside_scope';
  return isConcernedBy(actor, target) ? 'own_content' : undefined;
}

/**
 * What would follow if the content of an item were merged into another, and why that cannot be.
 * @throws not_signed_in, not_allowed, item_not_found, outside_scope
 */
export async function previewMerge(ctx: Ctx, id: ItemId, into: string): Promise<MergePreview> {
  const { content } = await requireItem(ctx, id);
  const found = isContentId(into) ? await findContent(ctx, into) : undefined;
  const isSameKind = found && !content.comment && contentKindOf(found.id) === contentKindOf(content.id);
  const target = isSameKind ? found : undefined;
  const [from, there, both] = await Promise.all([
    sideOf(ctx, content),
    target ? sideOf(ctx, target) : null,
    target ? countBoth(ctx, content.card, target.card) : none,
  ]);
  const refusal = target
    ? (whyNotMerged(content.card, target, ctx.now()) ?? whyNotInto(ctx, target) ?? null)
    : 'merge_not_found';
  return { from, into: there, both, solutions: answersOf(content.card), refusal };
}

const none = { count: 0, isAtLeast: false };

async function sideOf(ctx: Ctx, content: Content): Promise<MergeSide> {
  const { card } = content;
  const [{ support, comments }, followers] = await Promise.all([
    sumTally(ctx, card.id),
    countFollowers(ctx, card.id, mostFollowers),
  ]);
  const { status, author, organisation } = card;
  return { ...refOf(content), status, author, organisation, support, comments, followers };
}

/** The public answers to a subject, by its counters. */
function answersOf(card: Card): number {
  const counters = countersOf(kindOf(card.id));
  return counters
    .filter((counter) => counter !== 'support' && counter !== 'comments')
    .reduce((sum, counter) => sum + Number((card as unknown as Record<string, number>)[counter] ?? 0), 0);
}

/** How many support both: those of the one with fewer supporters are looked up at the other one. */
async function countBoth(ctx: Ctx, one: Card, other: Card): Promise<MergePreview['both']> {
  const [few, many] = one.support <= other.support ? [one, other] : [other, one];
  const { people, isAll } = await somePeople(ctx, few.id);
  let count = 0;
  for (let start = 0; start < people.length; start += getTogether) {
    const keys = people.slice(start, start + getTogether).map((person) => voteKey(many.id, person));
    count += (await getItems(ctx, keys)).filter((vote) => vote !== undefined).length;
  }
  return { count, isAtLeast: !isAll };
}

async function somePeople(ctx: Ctx, subject: SubjectId) {
  const perShard = mostCompared / voteShards;
  const pages = await Promise.all(
    Array.from({ length: voteShards }, (_, shard) => listVoters(ctx, subject, shard, { limit: perShard })),
  );
  return { people: pages.flatMap(({ items }) => items), isAll: pages.every(({ nextCursor }) => nextCursor === null) };
}
