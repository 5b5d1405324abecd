/** Writes of one item without a condition, for items that may be put or deleted any number of times. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Ctx } from '../shared/context.ts';
import type { Item, Key } from './keys.ts';

/** Puts `item`, replacing what was there. */
export async function putItem(ctx: Ctx, item: Item): Promise<void> {
  await ctx.db.client.send(new PutCommand({ TableName: ctx.db.table, Item: item }));
}

/** Puts `item` unless its key is taken; then what is there stays. */
export async function putNewItem(ctx: Ctx, item: Item): Promise<void> {
  const ConditionExpression = 'attribute_not_exists(pk)';
  try {
    await ctx.db.client.send(new PutCommand({ TableName: ctx.db.table, Item: item, ConditionExpression }));
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

/** Deletes the item at `key`; resolves to the deleted item, if there was one. */
export async function takeItem(ctx: Ctx, key: Key): Promise<Item | undefined> {
  const command = new DeleteCommand({ TableName: ctx.db.table, Key: key, ReturnValues: 'ALL_OLD' });
  return (await ctx.db.client.send(command)).Attributes as Item | undefined;
}
