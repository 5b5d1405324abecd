/** Claims: a moderator says that they are at an item, so that no two work on one. A claim holds for 15 minutes. */
import { auditPart } from '../audit/repo.ts';
import { despiteEdits } from '../card/move.ts';
import { transact } from '../db/transact.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, requirePerson } from '../shared/context.ts';
import type { ItemId } from '../shared/ids.ts';
import { after, iso, minute } from '../shared/time.ts';
import { assertNotClaimedByOther, requireDecidable } from './access.ts';
import { shown } from './queue.ts';
import { claimPart, findItem } from './repo.ts';
import { claimMinutes, type ModerationItem } from './schema.ts';

/**
 * Claims an item for 15 minutes, again to prolong it; with a reason also what another moderator has claimed.
 * @throws as `requireDecidable`; claimed_by_other
 */
export async function claimItem(ctx: Ctx, id: ItemId, takeOver?: string): Promise<ModerationItem> {
  const actor = requirePerson(ctx);
  const claimed = await despiteEdits(async () => {
    const { item } = await requireDecidable(ctx, id);
    if (takeOver === undefined) await assertNotClaimedByOther(ctx, item);
    const by = { id: actor.id, name: actor.name };
    const from = item.claim && item.claim.by.id !== actor.id && takeOver !== undefined ? item.claim.by.id : undefined;
    const claim = { by, until: iso(after(ctx.now(), claimMinutes * minute)), ...(from && { from, takeOver }) };
    const taken = from && auditPart(ctx, { action: 'claim_taken_over', subject: item.id, facts: { from } });
    await transact(ctx, [claimPart(item, claim), ...(taken ? [taken] : [])]);
    return { ...item, claim };
  });
  const [answered] = await shown(ctx, [claimed]);
  return answered!;
}

/** Gives a claim of one's own back; without one nothing changes. @throws not_allowed, item_not_found */
export async function releaseItem(ctx: Ctx, id: ItemId): Promise<void> {
  const actor = requirePerson(ctx);
  await despiteEdits(async () => {
    const item = await findItem(ctx, id);
    if (!item) throw new AppError('item_not_found');
    if (item.status === 'open' && item.claim?.by.id === actor.id) await transact(ctx, [claimPart(item, null)]);
  });
}
