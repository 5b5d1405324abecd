/** What a subject was merged into, and what was merged into it: read, never loops, and bounded. */
import { mergesPartition } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import type { Condition } from '../db/set-input.ts';
import type { Ctx } from '../shared/context.ts';
import type { SubjectId } from '../shared/ids.ts';
import { findCard, findCards } from './repo.ts';
import { maySee } from './rules.ts';
import type { Card, MergedFrom, ModeratedFields } from './schema.ts';

type Mergeable = Card & ModeratedFields;

/** So many merges in a row are followed: nobody merges so often, and a reader waits for each. */
const longestChain = 20;
/** So many of what was merged into a subject are named. */
const mostNamed = 50;

/**
 * The subjects that a merge leads through, nearest first, to the one that is merged into nothing; empty for a subject that is not
 * merged. There are no loops, as only what is open is merged into; `longestChain` bounds the reads all the same.
 */
export async function chainFrom(ctx: Ctx, card: Card, options: { consistent?: boolean } = {}): Promise<Mergeable[]> {
  const chain: Mergeable[] = [];
  let { mergedInto } = card;
  while (mergedInto && chain.length < longestChain) {
    const next = await findCard<Mergeable>(ctx, mergedInto as SubjectId, options);
    if (!next) break;
    chain.push(next);
    ({ mergedInto } = next);
  }
  return chain;
}

/** What was merged into a subject, also by way of others; at most `mostNamed`, the oldest first. */
export async function mergedInto(ctx: Ctx, card: Mergeable): Promise<Mergeable[]> {
  const found: Mergeable[] = [];
  const targets = [card];
  for (let target = targets.shift(); target && found.length < mostNamed; target = targets.shift()) {
    if (!target.hasMerges) continue;
    const partition = mergesPartition(target.id);
    const limit = mostNamed - found.length;
    const { items } = await queryPage(ctx, { list: partition, partition, order: 'ascending', limit });
    const merged = await findCards<Mergeable>(
      ctx,
      items.map(({ sk }) => sk as SubjectId),
    );
    found.push(...merged);
    targets.push(...merged);
  }
  return found;
}

/** Whether anything is merged into a subject now. Read strongly. */
export async function takesMerges(ctx: Ctx, { id, hasMerges }: Mergeable): Promise<boolean> {
  if (!hasMerges) return false;
  const partition = mergesPartition(id);
  const query = { list: partition, partition, order: 'ascending', limit: 1, fields: [], consistent: true } as const;
  return (await queryPage(ctx, query)).items.length > 0;
}

/** The condition of a write that no merge came into a subject since it was read. */
export function noMergeSince({ latestMerge }: ModeratedFields): Condition {
  if (!latestMerge) return { expression: 'attribute_not_exists(latestMerge)', values: {} };
  return { expression: 'latestMerge = :latestMerge', values: { ':latestMerge': latestMerge } };
}

/** What the page of a subject says of merges: where its own lead to, and whose things were merged into it. */
export async function mergesAround(
  ctx: Ctx,
  card: Mergeable,
): Promise<{ leadsTo?: { id: string; title: string }; mergedFrom?: MergedFrom[] }> {
  const [chain, merged] = await Promise.all([chainFrom(ctx, card), mergedInto(ctx, card)]);
  const end = chain.at(-1);
  const seen = merged.filter((one) => maySee(ctx.actor, one));
  return {
    ...(end && { leadsTo: { id: end.id, title: maySee(ctx.actor, end) ? end.title : '' } }),
    ...(seen.length > 0 && {
      mergedFrom: seen.map(({ id, title, author, organisation }) => ({ id, title, author, organisation })),
    }),
  };
}
