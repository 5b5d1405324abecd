/** The readers of the stream that are deployed, as the pump takes them. */
import type { StreamReader } from '@hanoi/functions/stream/catalogue';
import { makeReaderHandler } from '@hanoi/functions/stream/reader';
import { filterOf } from '@hanoi/functions/stream/wanted';
import type { Consumer } from './consumer.ts';

/** What Lambda makes of a reader: the same filter, the same handler. */
export function deployedReader(reader: StreamReader): Consumer {
  const { name, batchSize, maxAttempts, windowSeconds } = reader;
  const windowMs = windowSeconds * 1000;
  const handler = makeReaderHandler(reader);
  return {
    name,
    // Each consumer had a place of its own before readers ran them.
    formerly: reader.consumers.map((consumer) => consumer.name),
    filter: filterOf(reader),
    batchSize,
    windowMs,
    longestWindowMs: windowMs,
    maxAttempts,
    load: async () => handler,
  };
}
