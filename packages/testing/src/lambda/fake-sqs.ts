/** An SQS that runs offline in this process (fauxqs): what our sender and the workers are held against. */
import { CreateQueueCommand, GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { startFauxqs } from 'fauxqs';

export type FakeSqs = {
  client: SQSClient;
  /** Makes a queue with its dead letters. */
  createQueue(queue: { name: string; visibilitySeconds: number; maxReceives: number }): Promise<QueueUrls>;
  /** What the SDK and our sender read to find the queues made so far. */
  environment(): Record<string, string>;
  stop(): Promise<void>;
};

export type QueueUrls = { url: string; deadUrl: string };

/** Starts it on a free port. */
export async function startFakeSqs(): Promise<FakeSqs> {
  const server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new SQSClient({ endpoint: server.address, region: 'ap-southeast-1', credentials });
  const urls: Record<string, string> = {};
  const create = async (QueueName: string, Attributes: Record<string, string> = {}) => {
    await client.send(new CreateQueueCommand({ QueueName, Attributes }));
    // Its own address has a host name that only its container knows.
    const url = `${server.address}/000000000000/${QueueName}`;
    const asked = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] });
    return { url, arn: (await client.send(asked)).Attributes?.QueueArn };
  };
  return {
    client,
    async createQueue({ name, visibilitySeconds, maxReceives }) {
      const dead = await create(`${name}-dead`);
      const { url } = await create(name, {
        VisibilityTimeout: String(visibilitySeconds),
        RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: maxReceives }),
      });
      urls[name] = url;
      return { url, deadUrl: dead.url };
    },
    environment: () => ({ AWS_ENDPOINT_URL_SQS: server.address, QUEUE_URLS: JSON.stringify(urls) }),
    async stop() {
      client.destroy();
      await server.stop();
    },
  };
}
