/** Sign-in codes in the table. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { codeKey } from '../db/keys.ts';
import { foundItem } from '../db/transact.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import { sha256 } from '../shared/hash.ts';
import { iso } from '../shared/time.ts';
import { codeTries } from './schema.ts';

/**
 * Counts a try before the code is compared, so that guesses made at once can't share one try.
 * @throws code_tries_spent, code_expired
 */
export async function countTry(ctx: Ctx, email: string): Promise<{ codeHash: string }> {
  try {
    const answer = await ctx.db.client.send(
      new UpdateCommand({
        TableName: ctx.db.table,
        Key: codeKey(sha256(email)),
        UpdateExpression: 'ADD tries :one',
        ConditionExpression: 'attribute_exists(pk) AND expiresAt > :now AND tries < :most',
        ExpressionAttributeValues: { ':one': 1, ':now': iso(ctx.now()), ':most': codeTries },
        ReturnValues: 'ALL_NEW',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return answer.Attributes as { codeHash: string };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const found = foundItem(error.Item);
    if (found && Number(found.tries) >= codeTries) throw new AppError('code_tries_spent');
    // No code at all looks like an expired one, so the answer does not reveal who asked for a code.
    throw new AppError('code_expired');
  }
}
