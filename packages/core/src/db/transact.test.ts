/** Transactions whose answer is lost on the way: done once, and reported as done. */
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '../shared/app-error.ts';
import { makeCtx } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { putNew, transact } from './transact.ts';

const table = useTable();
const ctx = makeCtx(table, { kind: 'system', name: 'test' });
const stack = table.client.middlewareStack;
afterEach(() => {
  stack.remove('lose-answer');
});

/**
 * The next call is carried out, and its answer lost. With `forgetful`, the engine has forgotten its token, as after a restart;
 * with `thenConflict`, the attempt after it conflicts with another transaction.
 */
function loseNextAnswer({ forgetful = true, thenConflict = false } = {}): void {
  let attempt = 0;
  stack.add(
    (next) => async (args) => {
      const request = args.request as { body: string };
      if (forgetful)
        request.body = request.body.replace(
          /"ClientRequestToken":"[^"]*"/,
          `"ClientRequestToken":"${crypto.randomUUID()}"`,
        );
      attempt++;
      if (attempt === 2 && thenConflict) throw conflict();
      const answer = await next(args);
      if (attempt > 1) return answer;
      throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    },
    { name: 'lose-answer', step: 'finalizeRequest', priority: 'low' },
  );
}

function conflict(): Error {
  const CancellationReasons = [{ Code: 'TransactionConflict' }];
  return new TransactionCanceledException({ message: 'Transaction cancelled', CancellationReasons, $metadata: {} });
}

const find = async (pk: string) =>
  (await table.client.send(new GetCommand({ TableName: table.tableName, Key: { pk, sk: 'x' } }))).Item;

describe('a transaction whose answer was lost', () => {
  it('is tried again and finds itself done', async () => {
    loseNextAnswer();
    await transact(ctx, [putNew({ pk: 'new-thing', sk: 'x', value: 1 })]);
    expect(await find('new-thing')).toMatchObject({ value: 1 });
  });

  it.each([
    ['one that knows its token', false],
    ['one that was started anew', true],
  ])('finds itself done after a conflict too, by %s', async (name, forgetful) => {
    loseNextAnswer({ forgetful, thenConflict: true });
    await transact(ctx, [putNew({ pk: name, sk: 'x', value: 1 }, forgetful ? undefined : () => new AppError('busy'))]);
    expect(await find(name)).toMatchObject({ value: 1 });
  });

  it('is not taken for done where it says what a refusal means', async () => {
    await transact(ctx, [putNew({ pk: 'taken', sk: 'x', value: 1 })]);
    loseNextAnswer();
    const again = transact(ctx, [putNew({ pk: 'taken', sk: 'x', value: 2 }, () => new AppError('busy'))]);
    await expect(again).rejects.toMatchObject({ code: 'busy' });
    expect(await find('taken')).toMatchObject({ value: 1 });
  });
});

it('a condition that fails at once is a fault of ours when no part explains it', async () => {
  await transact(ctx, [putNew({ pk: 'once', sk: 'x' })]);
  await expect(transact(ctx, [putNew({ pk: 'once', sk: 'x' })])).rejects.toThrow('Transaction cancelled');
});
