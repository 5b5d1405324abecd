/** The queues of a stage, found by their names: consumers of the stream that are run again from here send messages too. */
import { GetQueueUrlCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { QueuePort } from '@hanoi/functions/ports';
import { queues } from '@hanoi/functions/queue/catalogue';
import { deployedQueueName } from '@hanoi/functions/queue/names';
import { sqsQueues } from '@hanoi/functions/queue/sqs';

/** The queues of a stage as a port. Throws what SQS answers where the stage has no such queue, or one may not ask. */
export async function queuesOfStage(sqs: SQSClient, stage: string): Promise<QueuePort> {
  const addresses = await Promise.all(
    queues.map(async ({ name }) => {
      const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: deployedQueueName(stage, name) }));
      return [name, QueueUrl] as const;
    }),
  );
  return sqsQueues(sqs, JSON.stringify(Object.fromEntries(addresses)));
}
