/** The function `letters`: files what comes into the queues of dead letters in the table, where administrators see it. */
import { fileLetter } from '@hanoi/core/dead-letter/service';
import type { SQSBatchItemFailure, SQSHandler } from 'aws-lambda';
import { systemContext } from '../system-context.ts';
import { noteFault, traced } from '../tracing.ts';
import { letterOf } from './letter-of.ts';
import { countOpen } from './open.ts';

/** What cannot be filed stays in its queue, whose alarm says so. */
export const handler: SQSHandler = ({ Records }) =>
  traced('letters', { messages: Records.length }, async () => {
    const ctx = systemContext('letters');
    const batchItemFailures: SQSBatchItemFailure[] = [];
    for (const message of Records) {
      try {
        await fileLetter(ctx, await letterOf(message));
      } catch (error) {
        ctx.log.error('letter_unfiled', { messageId: message.messageId, error: String(error) });
        noteFault(error);
        batchItemFailures.push({ itemIdentifier: message.messageId });
      }
    }
    await countOpen(ctx);
    return { batchItemFailures };
  });
