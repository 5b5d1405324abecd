/** Throwing away a draft: nothing of it stays, as nobody but its makers ever saw it. */
import { bodyKey, cardKey, type Key, madeKey } from '../db/keys.ts';
import { type Part, transact } from '../db/transact.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import type { ErrorCode } from '../shared/errors.ts';
import { kindOf } from '../shared/ids.ts';
import type { Card } from './schema.ts';
import { requireOwn } from './service.ts';
import { showingParts } from './showing.ts';

/**
 * Deletes a draft of the actor's own.
 * @throws not_signed_in, its kind's `…_not_found`, not_allowed; `refused` when it is no draft, or no longer one
 */
export async function discardDraft<C extends Card>(ctx: Ctx, id: C['id'], refused: ErrorCode): Promise<void> {
  const card = await requireOwn<C>(ctx, id);
  if (card.status !== 'draft') throw new AppError(refused);
  const isDraft = {
    ConditionExpression: '#status = :draft',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':draft': 'draft' },
  };
  await transact(ctx, [
    { ...deletePart(cardKey(id), isDraft), refused: () => new AppError(refused) },
    deletePart(bodyKey(id)),
    ...(card.organisation ? [deletePart(madeKey(card.organisation.id, kindOf(id), id))] : []),
    ...showingParts(card, { before: card.images, after: [] }),
  ]);
}

function deletePart(key: Key, condition: object = {}): Part {
  return { write: { Delete: { TableName: '', Key: key, ...condition } } };
}
