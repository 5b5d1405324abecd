/** A queue with its worker, as the loop runs it. */
import type { Queue } from '@hanoi/functions/queue/catalogue';

/** As the catalogue describes it; tests describe their own. */
export type WorkerQueue = Omit<Queue, 'name'> & { name: string };
