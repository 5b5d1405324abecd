/** The code of both threads: one reads the replica and answers, the other one writes it. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Overlap } from '../follow/overlap.ts';
import { indexerMethods } from './indexer.ts';
import { type Call, failureOf } from './messages.ts';
import { readerMethods } from './reader.ts';

export type ThreadData = { role: 'indexer'; file: string; overlap: Overlap } | { role: 'reader'; file: string };

const data = workerData as ThreadData;
const methods: Record<string, (...args: never[]) => unknown> =
  data.role === 'indexer' ? indexerMethods(data.file, data.overlap) : readerMethods(data.file);

parentPort!.on('message', async ({ id, method, args }: Call) => {
  try {
    const value = await methods[method]!(...(args as never[]));
    parentPort!.postMessage({ id, value });
  } catch (error) {
    parentPort!.postMessage(failureOf(id, error));
  }
});
