/** The dead letters of a queue go back on it, and are worked on like new ones. */
import { ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { queues } from '@hanoi/functions/queue/catalogue';
import { deployedQueueName } from '@hanoi/functions/queue/names';
import { startFakeSqs } from '@hanoi/testing/lambda/fake-sqs';
import { expect, onTestFinished, test } from 'vitest';
import { redriveSqs } from './redrive.ts';
import { queuesOfStage } from './stage-queues.ts';

test('in SQS, all of them', async () => {
  const sqs = await startFakeSqs();
  onTestFinished(() => sqs.stop());
  const name = deployedQueueName('test', 'rename');
  const { url, deadUrl } = await sqs.createQueue({ name, visibilitySeconds: 30, maxReceives: 1 });
  const bodies = Array.from({ length: 23 }, (_, index) => `m${index}`);
  for (const MessageBody of bodies) await sqs.client.send(new SendMessageCommand({ QueueUrl: deadUrl, MessageBody }));
  expect(await redriveSqs(sqs.client, 'test', 'rename')).toBe(23);
  const receive = async (QueueUrl: string) =>
    (await sqs.client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }))).Messages ?? [];
  const back: (string | undefined)[] = [];
  for (let page = await receive(url); page.length > 0; page = await receive(url))
    back.push(...page.map(({ Body }) => Body));
  expect(back.toSorted()).toEqual(bodies.toSorted());
  expect(await receive(deadUrl)).toEqual([]);
  expect(await redriveSqs(sqs.client, 'test', 'rename')).toBe(0);
});

test('what consumers send again goes to the queues of the stage', async () => {
  const sqs = await startFakeSqs();
  onTestFinished(() => sqs.stop());
  const made = new Map<string, string>();
  for (const { name } of queues) {
    const { url } = await sqs.createQueue({
      name: deployedQueueName('test', name),
      visibilitySeconds: 30,
      maxReceives: 1,
    });
    made.set(name, url);
  }
  const port = await queuesOfStage(sqs.client, 'test');
  for (const { name } of queues) await port.send(name, [{ body: `to ${name}`, delaySeconds: 0 }]);
  for (const [name, QueueUrl] of made) {
    const { Messages } = await sqs.client.send(new ReceiveMessageCommand({ QueueUrl }));
    expect(Messages?.map(({ Body }) => Body)).toEqual([`to ${name}`]);
  }
  await expect(queuesOfStage(sqs.client, 'no-such-stage')).rejects.toThrow();
});
