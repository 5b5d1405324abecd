/**
 * Open items follow the programme and the ward of their subject, by which limited moderators find them: also those about comments on it, and,
 * as answers follow what they answer, about those too.
 */
import { despiteEdits } from '../card/move.ts';
import { findCard } from '../card/repo.ts';
import type { Card } from '../card/schema.ts';
import { cardKey } from '../db/keys.ts';
import { type Part, StaleRead, transact } from '../db/transact.ts';
import type { Ctx } from '../shared/context.ts';
import type { ItemId, SubjectId } from '../shared/ids.ts';
import { findAllOpen, findItem, findItems, listItemsOn, scopePart } from './repo.ts';

/** Items looked at in a page. */
const pageSize = 100;

/**
 * Brings the open items of a subject up to date. Called when its programme or ward has changed, and when an item was opened, as that may have
 * been read before the change. Idempotent.
 */
export async function followScope(ctx: Ctx, subject: SubjectId): Promise<void> {
  const card = await findCard(ctx, subject, { consistent: true });
  if (!card) return;
  // Those about itself are read strongly; an index shows those about comments a moment late.
  for (const { id } of (await findAllOpen(ctx, subject)).filter((one) => differs(one, card)))
    await follow(ctx, subject, id);
  let cursor: string | undefined;
  do {
    const page = await listItemsOn(ctx, subject, { limit: pageSize, cursor });
    const others = [...(await findItems(ctx, page.items)).values()].filter((one) => differs(one, card));
    for (const { id } of others) await follow(ctx, subject, id);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}

type Scoped = Pick<Card, 'programme' | 'ward'>;

function differs(one: Scoped, other: Scoped): boolean {
  return one.programme !== other.programme || one.ward !== other.ward;
}

async function follow(ctx: Ctx, subject: SubjectId, id: ItemId): Promise<void> {
  await despiteEdits(async () => {
    const [item, card] = await Promise.all([findItem(ctx, id), findCard(ctx, subject, { consistent: true })]);
    if (item?.status !== 'open' || !card || !differs(item, card)) return;
    await transact(ctx, [scopePart(item, card), scopeAsReadPart(card)]);
  });
}

/** A part that writes nothing: of two who follow at once, none writes what is no more. */
function scopeAsReadPart({ id, programme, ward }: Card): Part {
  return {
    write: {
      ConditionCheck: {
        TableName: '',
        Key: cardKey(id),
        ConditionExpression: 'programme = :programme AND ward = :ward',
        ExpressionAttributeValues: { ':programme': programme, ':ward': ward },
      },
    },
    refused: () => new StaleRead(),
  };
}
