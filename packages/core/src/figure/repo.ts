/** The figures in the table: one small item. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { getItem } from '../db/get.ts';
import { figuresKey } from '../db/keys.ts';
import type { Ctx } from '../shared/context.ts';
import type { Figures } from './schema.ts';

/** The figures as they were last counted; undefined before the first time. */
export async function findFigures(ctx: Ctx): Promise<Partial<Figures> | undefined> {
  return (await getItem(ctx, figuresKey)) as Partial<Figures> | undefined;
}

/** Sets the figures, unless ones counted later are there. */
export async function putFigures(ctx: Ctx, figures: Figures): Promise<void> {
  try {
    await ctx.db.client.send(
      new PutCommand({
        TableName: ctx.db.table,
        Item: { ...figuresKey, ...figures },
        ConditionExpression: 'attribute_not_exists(pk) OR updatedAt < :at',
        ExpressionAttributeValues: { ':at': figures.updatedAt },
      }),
    );
  } catch (error) {
    // A run that began later finished earlier: its figures stay.
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
