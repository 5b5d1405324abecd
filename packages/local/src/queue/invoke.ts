/** Calls the worker of a queue once, as Lambda's event source mapping would, and returns which messages are finished. */

import type { Log } from '@hanoi/engine/log';
import type { SQSRecord } from 'aws-lambda';
import { createContext } from '../lambda-context.ts';
import type { WorkerQueue } from './worker-queue.ts';

/** Runs the worker on the messages. Resolves to the receipts of those that are finished. Never throws. */
export async function invokeWorker(queue: WorkerQueue, records: SQSRecord[], log: Log): Promise<string[]> {
  const timeoutMs = queue.timeoutSeconds * 1_000;
  let timer: NodeJS.Timeout | undefined;
  try {
    const handler = await queue.load();
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${queue.name} took longer than ${timeoutMs} ms`)), timeoutMs);
    });
    const call = handler({ Records: records }, createContext(`queue-${queue.name}`, timeoutMs), () => undefined);
    const answer = await Promise.race([call, timeout]);
    const failed = new Set(answer?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    const known = new Set(records.map(({ messageId }) => messageId));
    // Lambda treats a report that it does not understand as a failure of the whole batch.
    if ([...failed].some((id) => !known.has(id))) throw new Error(`${queue.name} reports messages it was not given`);
    return records.filter(({ messageId }) => !failed.has(messageId)).map(({ receiptHandle }) => receiptHandle);
  } catch (error) {
    log.error(`The worker of the queue ${queue.name} failed.`, error);
    return [];
  } finally {
    clearTimeout(timer);
  }
}
