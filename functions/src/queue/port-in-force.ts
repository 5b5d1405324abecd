/** Which queues the functions send to: SQS, unless the process they run in has put its own in. */
import type { QueuePort } from '../ports.ts';

let chosen: QueuePort | undefined;

/** Sets the port; called by the one-machine runtime and by tests. */
export function useQueues(port: QueuePort): void {
  chosen = port;
}

/** The port in force: the one that was set, else SQS. */
export async function getQueues(): Promise<QueuePort> {
  chosen ??= (await import('./sqs.ts')).sqsQueues();
  return chosen;
}
