/** Who may decide which item now: by role, scope, claim, and whose the content is. */
import { actorOf, findPeople } from '../person/repo.ts';
import { findContent } from '../report/repo.ts';
import { type Content, isConcernedBy, isTheirsAlone } from '../report/rules.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, hasRole, type PersonActor, requirePerson } from '../shared/context.ts';
import type { ItemId } from '../shared/ids.ts';
import { hasCome } from '../shared/time.ts';
import { type Claim, findItem, type StoredItem } from './repo.ts';
import { isInScope } from './rules.ts';

/** The claims that hold, by item: not over, and of somebody who still moderates such content. */
export async function claimsOf(ctx: Ctx, items: readonly StoredItem[]): Promise<Map<ItemId, Claim>> {
  const claimed = items.filter(({ claim }) => claim && !hasCome(claim.until, ctx.now()));
  const holders = await findPeople(
    ctx,
    claimed.map(({ claim }) => claim!.by.id),
  );
  const holds = (item: StoredItem) => {
    const holder = holders.get(item.claim!.by.id);
    return holder !== undefined && moderates(actorOf(holder), item, ctx.now());
  };
  return new Map(claimed.filter(holds).map((item) => [item.id, item.claim!]));
}

/** Whether somebody decides about such content now, as far as their roles say. */
function moderates(person: PersonActor, item: Pick<StoredItem, 'programme' | 'ward'>, now: Date): boolean {
  const isSuspended = person.suspendedUntil !== undefined && !hasCome(person.suspendedUntil, now);
  return !isSuspended && hasRole(person, 'moderator', 'administrator') && isInScope(person, item);
}

/**
 * Whether moderators look at an item: not about what is its author's alone by now. Only who appeals asks them to look again all the same,
 * at the decision: then the content itself is not shown.
 */
export function isLookedAt({ decision }: Pick<StoredItem, 'decision'>, content: Content): boolean {
  return decision !== null || !isTheirsAlone(content);
}

type Read = { item: StoredItem; content: Content };

/** An item with its content, both read strongly. @throws not_allowed, item_not_found, outside_scope */
export async function requireItem(ctx: Ctx, id: ItemId): Promise<Read> {
  const read = await readItem(ctx, id);
  if (!isLookedAt(read.item, read.content)) throw new AppError('item_not_found');
  return read;
}

async function readItem(ctx: Ctx, id: ItemId): Promise<Read> {
  const actor = requirePerson(ctx);
  if (!hasRole(actor, 'moderator', 'administrator')) throw new AppError('not_allowed');
  const item = await findItem(ctx, id);
  const content = item && (await findContent(ctx, item.subject));
  if (!item || !content) throw new AppError('item_not_found');
  if (!isInScope(actor, content.card)) throw new AppError('outside_scope');
  return { item, content };
}

/**
 * As `requireItem`, of an open item that this moderator may decide.
 * @throws not_allowed, item_not_found, outside_scope, item_done, own_content, same_moderator
 */
export async function requireDecidable(ctx: Ctx, id: ItemId): Promise<Read> {
  const read = await readItem(ctx, id);
  const refusal = whyNotDecidable(requirePerson(ctx), read);
  if (refusal) throw new AppError(refusal);
  return read;
}

/** Why this moderator does not decide the item; undefined where they may. */
export function whyNotDecidable(
  actor: PersonActor,
  { item, content }: Read,
): 'item_done' | 'item_not_found' | 'own_content' | 'same_moderator' | undefined {
  if (item.status === 'done') return 'item_done';
  if (!isLookedAt(item, content)) return 'item_not_found';
  if (isConcernedBy(actor, content)) return 'own_content';
  return item.decidedBy === actor.id ? 'same_moderator' : undefined;
}

/** @throws claimed_by_other, with who has the item until when */
export async function assertNotClaimedByOther(ctx: Ctx, item: StoredItem): Promise<void> {
  const claim = (await claimsOf(ctx, [item])).get(item.id);
  if (claim && claim.by.id !== requirePerson(ctx).id)
    throw new AppError('claimed_by_other', { data: { by: claim.by.name, until: claim.until } });
}
