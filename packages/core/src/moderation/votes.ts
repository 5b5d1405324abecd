/** Watching votes: what looks as if one hand had cast them waits for moderators, with its evidence; and doing what they decide. */
import { findCard } from '../card/repo.ts';
import { isPublic } from '../card/status.ts';
import { transact } from '../db/transact.ts';
import { listDecisionsOf } from '../decision/repo.ts';
import type { Matter } from '../decision/service.ts';
import { evidenceParts, findEvidence, findWatch } from '../evidence/repo.ts';
import { gatherEvidence, sinceWhen } from '../evidence/service.ts';
import { quarantineStep, type Step } from '../quarantine/service.ts';
import type { Ctx } from '../shared/context.ts';
import type { ItemId, SubjectId } from '../shared/ids.ts';
import { iso } from '../shared/time.ts';
import { openFound } from './open.ts';
import { findItem, findOpenAppeal, itemDoneParts, type StoredItem } from './repo.ts';

/** So many of the latest decisions about a subject are looked through for votes that are set aside. */
const decisionsLookedAt = 20;

/** What is decided about, with what is known of its votes. */
export async function withVotes(ctx: Ctx, item: Pick<StoredItem, 'id' | 'kind'>, matter: Matter): Promise<Matter> {
  const { id, comment } = matter.content;
  const [evidence, decisions] = await Promise.all([
    item.kind === 'votes' ? findEvidence(ctx, item.id) : undefined,
    comment ? undefined : listDecisionsOf(ctx, id, { limit: decisionsLookedAt }),
  ]);
  const stand = decisions?.items.filter(({ votes }) => votes?.state === 'running' || votes?.state === 'done') ?? [];
  return { ...matter, ...(evidence && { evidence }), standing: stand.map((decision) => decision.id) };
}

/** A step of a decision about votes, as `quarantineStep`: an appeal that is answered by it waits for nobody any more. */
export function votesStep(ctx: Ctx, step: Step): Promise<Step | undefined> {
  return quarantineStep(ctx, step, async (ctx, { decision, subject, person }) => {
    const item = await findOpenAppeal(ctx, { subject, decision, appellant: person });
    return item ? itemDoneParts(item, 'acted', iso(ctx.now())) : [];
  });
}

/** With fewer votes nothing is to be seen. */
const leastSupport = 10;

/**
 * Looks at the votes that a subject got since it was last looked at, or within the window; opens an item where they are suspicious, or
 * brings the evidence of the open one up to date. Idempotent. For a job: it costs a card where there are few votes, and some hundred small
 * reads at most. Resolves to the item.
 * @throws StaleRead when a moderator decides at this moment: the next run looks again
 */
export async function watchVotes(ctx: Ctx, subject: SubjectId): Promise<ItemId | undefined> {
  const card = await findCard(ctx, subject);
  if (!card || !isPublic(card) || card.support < leastSupport) return undefined;
  const watch = await findWatch(ctx, subject);
  const before = watch && (await findItem(ctx, watch.item));
  const isOpen = before?.status === 'open';
  const gathered = await gatherEvidence(ctx, card, isOpen ? new Date(watch!.from) : sinceWhen(ctx.now(), watch?.upTo));
  if (!gathered) return undefined;
  const item = await openFound(ctx, 'votes', subject, { reasons: { other: 1 } });
  const stored = await findEvidence(ctx, item);
  await transact(ctx, evidenceParts(ctx, { ...gathered, item, version: (stored?.version ?? 0) + 1 }));
  return item;
}
