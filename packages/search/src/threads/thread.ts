/** A worker thread that is called like a function, and started again when it ends by itself. */
import { Worker } from 'node:worker_threads';
import { answerIn, type Call, type Reply } from './messages.ts';

export type Thread = {
  /** Calls a method of the thread. Rejects with the error it threw, or when the thread ends first. */
  call<Value>(method: string, ...args: unknown[]): Promise<Value>;
  close(): Promise<void>;
};

/**
 * What a thread's heap may grow to, megabytes. On a machine with much memory V8 would let it grow to many times what is alive,
 * which is less than 40.
 */
const heap = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 };

type Waiting = { resolve(value: unknown): void; reject(error: unknown): void };

/** Starts a thread from `file`, with `data` as its `workerData`. `onEnd` is told why it ended by itself. */
export function startThread(file: URL, data: object, onEnd: (error: Error) => void): Thread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let isClosed = false;
  let lastId = 0;

  const start = (): Worker => {
    const started = new Worker(file, { workerData: data, resourceLimits: heap });
    started.unref();
    started.on('message', (reply: Reply) => {
      const caller = waiting.get(reply.id);
      waiting.delete(reply.id);
      try {
        caller?.resolve(answerIn(reply));
      } catch (error) {
        caller?.reject(error);
      }
    });
    const ended = (error: Error) => {
      if (worker !== started) return;
      worker = undefined;
      for (const caller of waiting.values()) caller.reject(error);
      waiting.clear();
      if (!isClosed) onEnd(error);
    };
    started.on('error', (error) => ended(error as Error));
    started.on('exit', (code) => ended(new Error(`The thread ended with ${code}.`)));
    return started;
  };

  return {
    call<Value>(method: string, ...args: unknown[]) {
      if (isClosed) return Promise.reject(new Error('The thread is closed.'));
      worker ??= start();
      const call: Call = { id: ++lastId, method, args };
      return new Promise<Value>((resolve, reject) => {
        waiting.set(call.id, { resolve: resolve as Waiting['resolve'], reject });
        worker!.postMessage(call);
      });
    },
    async close() {
      isClosed = true;
      const ending = worker;
      worker = undefined;
      await ending?.terminate();
      for (const caller of waiting.values()) caller.reject(new Error('The thread is closed.'));
    },
  };
}
