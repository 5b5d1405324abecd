/** The deployed readers of the stream, in the form that the pump runs. */
import type { StreamReader } from '@hanoi/functions/stream/catalogue';
import { makeReaderHandler } from '@hanoi/functions/stream/reader';
import { filterOf } from '@hanoi/functions/stream/wanted';
import type { Consumer } from './consumer.ts';

/** A reader as a consumer of the pump, with the filter and the handler that Lambda uses. */
export function deployedReader(reader: StreamReader): Consumer {
  const { name, batchSize, maxAttempts, windowSeconds } = reader;
  const windowMs = windowSeconds * 1000;
  const handler = makeReaderHandler(reader);
  return {
    name,
    // Before there were readers, each consumer had a position of its own.
    formerly: reader.consumers.map((consumer) => consumer.name),
    filter: filterOf(reader),
    batchSize,
    windowMs,
    longestWindowMs: windowMs,
    maxAttempts,
    load: async () => handler,
  };
}
