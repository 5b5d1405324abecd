/** The index of the Lambda `search`: a replica in its own `/tmp`, which follows the table. */
import type { SearchIndex } from '@hanoi/core/search/port';
import { openIndexHere } from '@hanoi/search/in-this-thread';
import { systemContext } from '../system-context.ts';

/** Opens it, empty at first. */
export function lambdaIndex(): SearchIndex {
  return openIndexHere({ file: '/tmp/search/replica.sqlite', ctx: () => systemContext('search') });
}
