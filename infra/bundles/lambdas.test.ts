/** Every bundle starts in a bare process and does its work there: the whole way from a request to a list. */
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { uploadUrl } from '@hanoi/core/card/image';
import { showingOf } from '@hanoi/core/card/showing';
import { putItem } from '@hanoi/core/db/write';
import { newId } from '@hanoi/core/shared/ids';
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { makeCtx } from '@hanoi/core/testing/context';
import { localEnvironment } from '@hanoi/engine/client';
import { jobs } from '@hanoi/functions/jobs/catalogue';
import { queues } from '@hanoi/functions/queue/catalogue';
import { useApi } from '@hanoi/functions/testing/api';
import { type FakeAws, startFakeAws } from '@hanoi/functions/testing/fake-aws';
import { useStream } from '@hanoi/functions/testing/stream';
import { parseAddress } from '@hanoi/local/gateway/address';
import { createEvent } from '@hanoi/local/gateway/event';
import { sqsSource } from '@hanoi/local/queue/testing-sides';
import { type FakeSqs, startFakeSqs } from '@hanoi/testing/lambda/fake-sqs';
import { type RunningLambda, startLambda } from '@hanoi/testing/lambda/runtime';
import type { SQSBatchResponse } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { plannedLambdas } from '../plan.ts';

const bundles = inject('lambdaBundles')!;
const api = useApi();
let environment = localEnvironment(api.table.endpoint, api.table.tableName);
const running = new Map<string, RunningLambda>();
let sqs: FakeSqs;
const files = new Map<string, Uint8Array>();
let aws: FakeAws;
let urls: Record<string, string>;

const start = (name: string) => startLambda({ name, folder: join(bundles, name), environment });
beforeAll(async () => {
  sqs = await startFakeSqs();
  for (const queue of queues) await sqs.createQueue(queue);
  aws = await startFakeAws([], files);
  environment = { ...environment, ...sqs.environment(), ...aws.environment };
  urls = JSON.parse(environment.QUEUE_URLS!);
  await Promise.all(plannedLambdas.map(async ({ name }) => running.set(name, await start(name))));
});
afterAll(async () => {
  for (const lambda of running.values()) await lambda.stop();
  await sqs.stop();
  aws.stop();
});

describe('starting', () => {
  it('every function is small and starts', async () => {
    expect([...running.keys()].sort()).toEqual(plannedLambdas.map(({ name }) => name).sort());
    const sizes = plannedLambdas.map(({ name }) => ({ name, kilobytes: kilobytesOf(join(bundles, name)) }));
    console.table(sizes);
    for (const { name, kilobytes } of sizes) expect(kilobytes, `size of ${name}`).toBeLessThan(3_000);
  });

  it('what can not be loaded says so', async () => {
    await expect(startLambda({ name: 'none', folder: join(bundles), environment })).rejects.toThrow(
      /none does not start.*Cannot find module 'handler'/,
    );
  });

  it('without its table a function fails, and lives on', async () => {
    const { TABLE_NAME: _, ...without } = environment;
    const lambda = await startLambda({
      name: 'job-figures',
      folder: join(bundles, 'job-figures'),
      environment: without,
    });
    await expect(lambda.invoke({})).rejects.toThrow(/TABLE_NAME is not set/);
    await expect(lambda.invoke({})).rejects.toThrow(/TABLE_NAME is not set/);
    await lambda.stop();
  });
});

/** Calls the workers as Lambda's mappings do, until no message is left. The number of messages. */
async function drain(): Promise<number> {
  const source = sqsSource(sqs.client, (queue) => urls[queue]!);
  let messages = 0;
  for (const queue of queues) {
    for (let records = await source.receive(queue, queue.batchSize); records.length > 0; ) {
      const answer = (await running.get(`queue-${queue.name}`)!.invoke({ Records: records })) as SQSBatchResponse;
      expect(answer.batchItemFailures).toEqual([]);
      await source.remove(
        queue.name,
        records.map(({ receiptHandle }) => receiptHandle),
      );
      messages += records.length;
      records = await source.receive(queue, queue.batchSize);
    }
  }
  return messages;
}

describe('working', () => {
  it('what is written through the API comes through stream and queues into lists, counters and names', async () => {
    let messages = 0;
    const stream = useStream(
      api.table,
      (name, event) => running.get(`stream-${name}`)!.invoke(event),
      async () => {
        messages += await drain();
      },
    );
    const { token } = await api.signIn('nguoi-viet@example.vn');
    const { json: challenge } = await api.call('POST', '/challenges', { token, body: makeNewChallenge() });
    expect((await api.call('PUT', `/challenges/${challenge.id}/support`, { token })).status).toBe(200);
    await stream.settle();
    const { json: list } = await api.call('GET', '/challenges');
    expect(list.items).toMatchObject([{ id: challenge.id, support: 1 }]);
    expect((await api.call('PATCH', '/me', { token, body: { name: 'Tên về sau' } })).status).toBe(200);
    await stream.settle();
    expect((await api.call('GET', `/challenges/${challenge.id}`)).json.author.name).toBe('Tên về sau');
    // One for each new name, the one given before the first challenge and this one; and one to find what is like the challenge.
    expect(messages).toBe(3);
  });

  it.each(queues)('the worker $name reports what is no message, and says so', async ({ name }) => {
    const worker = running.get(`queue-${name}`)!;
    const record = { messageId: 'm1', body: '{}', attributes: { ApproximateReceiveCount: '1' } };
    expect(await worker.invoke({ Records: [record] })).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
    expect(worker.said()).toContain('message_failed');
  });

  it('the worker of pictures moves one in the bucket, and lets the cache forget it', async () => {
    const upload = newId('upload', { now: () => new Date() });
    const keys = ['full', 'thumbnail'].map((size) => uploadUrl(upload, size as 'full').slice(1));
    for (const key of keys) files.set(key, Buffer.from(key));
    const subject = newId('challenge', { now: () => new Date() });
    const ctx = makeCtx(api.table, { kind: 'system', name: 'test' });
    await putItem(ctx, showingOf(upload, subject, false));
    const body = JSON.stringify({ requestId: 'test', message: { upload } });
    const record = { messageId: 'm1', body, attributes: { ApproximateReceiveCount: '1' } };
    const worker = running.get('queue-pictures')!;
    expect(await worker.invoke({ Records: [record] }), worker.said()).toEqual({ batchItemFailures: [] });
    expect([...files.keys()].sort()).toEqual(keys.map((key) => key.replace('media/', 'withheld/')).sort());
    expect(aws.forgotten).toEqual(keys.map((key) => `/${key}`));
  });

  it.each(jobs)('the job $name runs', async ({ name }) => {
    expect(await running.get(`job-${name}`)!.invoke({})).toBeTypeOf('object');
  });
});

describe('the search', () => {
  const asked = (target: string) => createEvent({ ...forEvent, address: parseAddress(`/api/v1${target}`)! });
  const forEvent = { method: 'GET', headers: { host: 'localhost' }, sourceIp: '127.0.0.1', protocol: 'HTTP/1.1' };
  const ask = async (lambda: RunningLambda, target: string) => {
    const { statusCode, body, headers } = (await lambda.invoke(asked(target))) as {
      statusCode: number;
      body: string;
      headers: Record<string, string>;
    };
    return { statusCode, headers, json: JSON.parse(body) };
  };
  const startSearch = (more: Record<string, string> = {}) =>
    startLambda({ name: 'search', folder: join(bundles, 'search'), environment: { ...environment, ...more } });
  const raise = async (title: string): Promise<string> => {
    const { token } = await api.signIn(`${title.length}@example.vn`);
    return (await api.call('POST', '/challenges', { token, body: makeNewChallenge({ title }) })).json.id;
  };

  it('begins with the snapshot that the job has stored, and follows on', async () => {
    const first = await raise('Cống thoát nước gugugu ở ngõ Thổ Quan');
    const stored = await running.get('job-search-snapshot')!.invoke({});
    expect(stored).toMatchObject({ done: true, asOf: expect.any(String) });
    expect([...aws.snapshots.keys()].filter((name) => name.endsWith('.json')).length).toBeGreaterThan(0);
    const second = await raise('Thêm một cống gugugu ở phố Khâm Thiên');
    const lambda = await startSearch({ SEARCH_OLDEST_MS: '0' });
    const { statusCode, json } = await ask(lambda, '/search?q=gugugu');
    expect(statusCode).toBe(200);
    expect(json.items.map(({ id }: { id: string }) => id).toSorted()).toEqual([first, second].toSorted());
    expect(lambda.said()).toMatch(/replica_opened.*"from":"snapshot"/);
    await lambda.stop();
  });

  it('as it is deployed, it finds what is new within seconds', async () => {
    const lambda = await startSearch();
    const before = await ask(lambda, '/search?q=hahaha');
    expect(before.json.items).toEqual([]);
    const id = await raise('Biển báo hahaha bị cây che ở phố Huế');
    const raisedAt = performance.now();
    const found = async () => (await ask(lambda, '/search?q=hahaha')).json.items.map((item: { id: string }) => item.id);
    await expect.poll(found, { timeout: 10_000 }).toEqual([id]);
    console.info(
      `The bundle of the search found it ${Math.round(performance.now() - raisedAt)} ms after it was raised`,
    );
    await lambda.stop();
  });

  it('an instance that is kept ready is ready before it is asked', async () => {
    const lambda = await startSearch({ AWS_LAMBDA_INITIALIZATION_TYPE: 'provisioned-concurrency' });
    expect(lambda.said()).toContain('replica_opened');
    await lambda.stop();
  });

  it('refuses within three seconds while it is not ready, and serves the list that the table has', async () => {
    // The bucket takes the connection and never answers.
    const mute = createServer(() => undefined);
    mute.listen(0, '127.0.0.1');
    await once(mute, 'listening');
    const lambda = await startSearch({
      AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${(mute.address() as AddressInfo).port}`,
    });
    const began = performance.now();
    const refused = await ask(lambda, '/search?q=gugugu');
    const tookMs = performance.now() - began;
    expect(refused).toMatchObject({ statusCode: 503, json: { code: 'search_not_ready' } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    // A busy machine adds to the two and a half seconds.
    expect(tookMs).toBeLessThan(10_000);
    expect(await ask(lambda, '/challenges')).toMatchObject({ statusCode: 200, json: { total: null } });
    expect((await ask(lambda, '/challenges?programme=P5')).statusCode).toBe(503);
    await lambda.stop();
    mute.closeAllConnections();
    mute.close();
  });
});

function kilobytesOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.mjs'));
  const ours = files.filter((path) => !path.startsWith('node_modules'));
  return Math.round(ours.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0) / 1_000);
}
