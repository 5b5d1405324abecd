/** The stream of a test's table: its records as Lambda hands them over, and the deployed readers and consumers run on them. */
import { createStreamsClient } from '@hanoi/local/engine/client';
import { type Consume, streamOf, type TableStream } from '@hanoi/local/pump/settle';
import type { TestTable } from './engine.ts';

export { runConsumer } from '@hanoi/local/pump/settle';

/**
 * The stream of `table`. What was written before the first `take` is its first records. The readers run here, unless
 * `consume` calls them elsewhere.
 */
export function useStream(table: TestTable, consume?: Consume): TableStream {
  return streamOf(createStreamsClient(table.endpoint), table.tableName, consume);
}
