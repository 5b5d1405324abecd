/** Sign-in codes in the table: several may be open for one mailbox, each with its own tries and end. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { codeKey, type Item } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { transact } from '../db/transact.ts';
import { putItem } from '../db/write.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import { randomToken, sha256 } from '../shared/hash.ts';
import { hasCome, iso, ttl } from '../shared/time.ts';
import { codesToMailbox, codeTries } from './limits.ts';

/** A code that is open. `isOwn`: asked for by the browser that now tries it. */
export type OpenCode = Item & { codeHash: string; requestHash?: string; expiresAt: string; isOwn: boolean };

/** Codes of two windows may be open at a time. */
const mostOpen = 2 * codesToMailbox.total;

/** Stores a code beside those that are open already. */
export async function putCode(
  ctx: Ctx,
  mailbox: string,
  { codeHash, request, expires }: { codeHash: string; request: string; expires: Date },
): Promise<void> {
  const key = codeKey(sha256(mailbox), randomToken(8));
  const requestHash = sha256(request);
  await putItem(ctx, { ...key, codeHash, requestHash, expiresAt: iso(expires), ttl: ttl(expires) });
}

/** The open codes of a mailbox, the newest first. Codes of the version before have no `requestHash`: they are nobody's own. */
export async function listOpenCodes(ctx: Ctx, mailbox: string, request?: string): Promise<OpenCode[]> {
  const partition = codeKey(sha256(mailbox), '').pk;
  const query = { list: 'codes', partition, order: 'ascending', limit: mostOpen, consistent: true } as const;
  const { items } = await queryPage(ctx, query);
  const requestHash = request && sha256(request);
  return (items as OpenCode[])
    .filter(({ expiresAt }) => !hasCome(expiresAt, ctx.now()))
    .map((code) => ({ ...code, isOwn: requestHash !== undefined && code.requestHash === requestHash }))
    .toSorted((a, b) => Date.parse(b.expiresAt) - Date.parse(a.expiresAt));
}

/**
 * Counts a try before the code is compared, so that guesses made at once can't share one try. `spent` when there is none left:
 * the browser that asked for it has its own, all others share as many. `gone` when somebody has signed in with it meanwhile.
 */
export async function countTry(ctx: Ctx, { pk, sk, isOwn }: OpenCode): Promise<'counted' | 'spent' | 'gone'> {
  try {
    await ctx.db.client.send(
      new UpdateCommand({
        TableName: ctx.db.table,
        Key: { pk, sk },
        UpdateExpression: 'ADD #tries :one',
        ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(#tries) OR #tries < :most)',
        ExpressionAttributeNames: { '#tries': isOwn ? 'tries' : 'sharedTries' },
        ExpressionAttributeValues: { ':one': 1, ':most': codeTries },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return 'counted';
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return error.Item ? 'spent' : 'gone';
  }
}

/** Deletes a code; of two sign-ins at once with the same code, one wins. @throws code_expired for the other */
export async function spendCode(ctx: Ctx, { pk, sk, codeHash }: OpenCode): Promise<void> {
  const part = {
    write: {
      Delete: {
        TableName: '',
        Key: { pk, sk },
        ConditionExpression: 'codeHash = :hash',
        ExpressionAttributeValues: { ':hash': codeHash },
      },
    },
    refused: () => new AppError('code_expired'),
  };
  await transact(ctx, [part]);
}
