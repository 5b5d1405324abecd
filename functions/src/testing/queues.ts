/** The queues in tests, and in what measures the network: in memory, their workers run by hand to the end. */
import { silentLog } from '@hanoi/engine/log';
import { openQueueStore, type QueueStore } from '@hanoi/engine/queue/store';
import type { Context, SQSBatchResponse } from 'aws-lambda';
import { queues } from '../queue/catalogue.ts';
import { useQueues } from '../queue/port-in-force.ts';

/** What fails is tried again at once, so often. */
const tries = 50;

let store: QueueStore | undefined;

/** Makes queues in memory the port of this process. */
export function useMemoryQueues(): QueueStore {
  store ??= openQueueStore({ file: ':memory:', log: silentLog });
  useQueues(store);
  return store;
}

/** Those that ask the search index are run by the tests about them: others have none. */
const drained = queues.filter(({ usesSearch }) => !usesSearch);

/** Runs the workers until no message is left. The number of runs. Throws when a message cannot be finished. */
export async function drainQueues(): Promise<number> {
  const source = useMemoryQueues();
  let runs = 0;
  for (let before = -1; before !== runs; ) {
    before = runs;
    for (const queue of drained) {
      const eager = { ...queue, visibilitySeconds: 0, maxReceives: tries };
      const handler = await queue.load();
      for (let records = await source.receive(eager, queue.batchSize); records.length > 0; runs++) {
        const answer = (await handler({ Records: records }, {} as Context, () => undefined)) as SQSBatchResponse;
        const failed = new Set(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
        const finished = records.filter(({ messageId }) => !failed.has(messageId));
        await source.remove(
          queue.name,
          finished.map(({ receiptHandle }) => receiptHandle),
        );
        records = await source.receive(eager, queue.batchSize);
      }
      const dead = source.countDead(queue.name);
      if (dead > 0) throw new Error(`${dead} messages of ${queue.name} cannot be finished.`);
    }
  }
  return runs;
}
