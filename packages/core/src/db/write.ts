/** Writes of one item without a condition, for items that may be put or deleted any number of times. */
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Ctx } from '../shared/context.ts';
import type { Item, Key } from './keys.ts';

/** Puts `item`, replacing what was there. */
export async function putItem(ctx: Ctx, item: Item): Promise<void> {
  await ctx.db.client.send(new PutCommand({ TableName: ctx.db.table, Item: item }));
}

/** Deletes the item at `key`; resolves to the deleted item, if there was one. */
export async function takeItem(ctx: Ctx, key: Key): Promise<Item | undefined> {
  const command = new DeleteCommand({ TableName: ctx.db.table, Key: key, ReturnValues: 'ALL_OLD' });
  return (await ctx.db.client.send(command)).Attributes as Item | undefined;
}
