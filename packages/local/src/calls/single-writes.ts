/** Sends single writes as transactions, so that they can be committed with others. */
import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { BatchWriteCommand, DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Db } from '@hanoi/core/db/client';
import type { ShareWrite, WriteItem } from './share-writes.ts';

/** Sends the commands by `write`, with the answers and errors of the commands themselves. */
export function createSingleWrites(db: Db, write: ShareWrite) {
  const one = async (item: WriteItem): Promise<unknown> => {
    try {
      return await write([item]);
    } catch (error) {
      throw plainRefusal(error) ?? error;
    }
  };
  return {
    put: ({ input }: PutCommand) => one({ Put: input } as WriteItem),
    update: ({ input }: UpdateCommand) => one({ Update: input } as WriteItem),
    delete: ({ input }: DeleteCommand) => one({ Delete: input } as WriteItem),
    async batch(command: BatchWriteCommand): Promise<unknown> {
      try {
        // No person waits for a batch: these are list rows.
        await write(itemsOf(command), { patient: true });
        return { $metadata: {}, UnprocessedItems: {} };
      } catch {
        // A batch promises less than a transaction: when the transaction is refused, the batch may still be done in part.
        return db.client.send(command);
      }
    },
  };
}

function itemsOf({ input }: BatchWriteCommand): WriteItem[] {
  return Object.entries(input.RequestItems ?? {}).flatMap(([TableName, requests]) =>
    requests.map(({ PutRequest, DeleteRequest }) =>
      PutRequest
        ? { Put: { TableName, Item: PutRequest.Item } }
        : { Delete: { TableName, Key: DeleteRequest?.Key ?? {} } },
    ),
  );
}

/** A refused condition as the error that a single write gives. */
function plainRefusal(error: unknown): ConditionalCheckFailedException | undefined {
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const reason = error.CancellationReasons?.find(({ Code }) => Code === 'ConditionalCheckFailed');
  const { $metadata } = error;
  const message = 'The conditional request failed';
  return reason && new ConditionalCheckFailedException({ $metadata, message, Item: reason.Item });
}
