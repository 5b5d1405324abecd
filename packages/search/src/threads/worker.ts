/** The code of both threads: one reads the replica and answers, the other one writes it. */
import { parentPort, workerData } from 'node:worker_threads';
import { indexerMethods } from './indexer.ts';
import { type Call, failureOf } from './messages.ts';
import { readerMethods } from './reader.ts';

export type ThreadData = { role: 'indexer' | 'reader'; file: string };

const data = workerData as ThreadData;
const methods: Record<string, (...args: never[]) => unknown> =
  data.role === 'indexer' ? indexerMethods(data.file) : readerMethods(data.file);

parentPort!.on('message', async ({ id, method, args }: Call) => {
  try {
    const value = await methods[method]!(...(args as never[]));
    parentPort!.postMessage({ id, value });
  } catch (error) {
    parentPort!.postMessage(failureOf(id, error));
  }
});
