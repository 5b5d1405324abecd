/** Opens the index while Lambda starts the function, before anybody asks. */
import { setTimeout as sleep } from 'node:timers/promises';
import { minute } from '@hanoi/core/shared/time';
import { systemContext } from '../system-context.ts';
import { useSearchIndex } from './index-here.ts';

/** Lambda gives the start of a provisioned instance 15 minutes (Lambda runtime environment, "Init phase"). */
const longest = 10 * minute;

/**
 * Begins to open the index. A provisioned instance takes no requests until this resolves, so it waits until the index is ready;
 * any other is being waited for already. Elsewhere than on Lambda, the process itself has set the index.
 */
export async function warmUp(): Promise<void> {
  const start = process.env.AWS_LAMBDA_INITIALIZATION_TYPE;
  if (!start) return;
  const { lambdaIndex } = await import('./lambda-index.ts');
  const index = lambdaIndex();
  useSearchIndex(index);
  const ready = index.ready().catch((error: unknown) => {
    // The next request tries again.
    systemContext('search').log.warn('index_not_opened', { error: String(error) });
  });
  if (start === 'provisioned-concurrency') await Promise.race([ready, sleep(longest, undefined, { ref: false })]);
}
