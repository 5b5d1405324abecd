/** What the deployed functions send to X-Ray about the calls it has marked: what was done, by which request, and what failed. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { localEnvironment } from '@hanoi/engine/client';
import { useApi } from '@hanoi/functions/testing/api';
import { useStream } from '@hanoi/functions/testing/stream';
import { parseAddress } from '@hanoi/local/gateway/address';
import { createEvent } from '@hanoi/local/gateway/event';
import { type FakeXray, startFakeXray } from '@hanoi/testing/lambda/fake-xray';
import { type RunningLambda, startLambda, type Trace } from '@hanoi/testing/lambda/runtime';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';

const bundles = inject('lambdaBundles')!;
const api = useApi();
const stream = useStream(api.table);
const lambdas: RunningLambda[] = [];
let xray: FakeXray;

async function start(name: string, more: Record<string, string> = {}): Promise<RunningLambda> {
  const environment = { ...localEnvironment(api.table.endpoint, api.table.tableName), ...xray.environment, ...more };
  const lambda = await startLambda({ name, folder: join(bundles, name), environment });
  lambdas.push(lambda);
  return lambda;
}

beforeAll(async () => {
  xray = await startFakeXray();
});
afterAll(async () => {
  for (const lambda of lambdas) await lambda.stop();
  xray.stop();
});

const newTrace = (): Trace => ({
  root: `1-${Math.floor(Date.now() / 1_000).toString(16)}-${randomBytes(12).toString('hex')}`,
  parent: randomBytes(8).toString('hex'),
});
const of = ({ root }: Trace) => xray.segments.filter((segment) => segment.trace_id === root);
const asked = (path: string, headers: Record<string, string> = {}) =>
  createEvent({
    method: 'GET',
    address: parseAddress(`/api/v1${path}`)!,
    headers: { host: 'localhost', ...headers },
    sourceIp: '127.0.0.1',
    protocol: 'HTTP/1.1',
  });

it('a request: its route, its id, how it ended, and each call of the table by its operation', async () => {
  const { token } = await api.signIn('nguoi-xem@example.vn');
  const { json } = await api.call('POST', '/challenges', { token, body: makeNewChallenge() });
  const lambda = await start('api');
  const [first, second] = [newTrace(), newTrace()];
  const event = asked(`/challenges/${json.id}`, { 'x-request-id': 'asked-first', authorization: `Bearer ${token}` });
  await lambda.invoke(event, { trace: first });
  // Between two that are marked, one that is not.
  await lambda.invoke(event);
  await lambda.invoke(asked('/challenges/none', { 'x-request-id': 'asked-second' }), { trace: second });
  await expect.poll(() => of(second).length).toBeGreaterThan(0);

  const [request] = of(first).filter(({ name }) => name === 'api');
  expect(request).toMatchObject({
    parent_id: first.parent,
    annotations: { route: '$default', status: 200, requestId: 'asked-first', ColdStart: true },
  });
  const calls = of(first).filter(({ name }) => name === 'DynamoDB');
  expect(calls.length).toBeGreaterThan(1);
  for (const call of calls) {
    expect(call.parent_id).toBe(request!.id);
    expect(call.aws).toMatchObject({ operation: expect.any(String) });
  }
  expect(of(second)).toMatchObject([
    { parent_id: second.parent, annotations: { status: 404, requestId: 'asked-second', ColdStart: false } },
  ]);
  expect(of(second)[0]).not.toHaveProperty('fault');

  const sent = JSON.stringify(xray.segments);
  expect(xray.segments).toHaveLength(of(first).length + of(second).length);
  for (const secret of [token, json.title, json.author.name, json.id]) expect(sent).not.toContain(secret);
  expect(lambda.said(), 'what is not marked is no error').not.toMatch(/X-?Ray|segment/i);
});

it('a fault: with its error, though people get an answer', async () => {
  const lambda = await start('api', { AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:1' });
  const trace = newTrace();
  expect(await lambda.invoke(asked('/figures'), { trace })).toMatchObject({ statusCode: 503 });
  await expect.poll(() => of(trace).find(({ name }) => name === 'api')).toBeDefined();
  expect(of(trace).find(({ name }) => name === 'api')).toMatchObject({
    fault: true,
    annotations: { status: 503 },
    cause: { exceptions: [{ message: expect.stringContaining('ECONNREFUSED') }] },
  });
});

it('a reader of the stream with its consumers, and a job, by their names', async () => {
  const trace = newTrace();
  const reader = await start('stream-now');
  const records = (await stream.take()).filter(({ dynamodb }) => dynamodb?.Keys?.sk?.S === 'CARD');
  await reader.invoke({ Records: records }, { trace });
  await (await start('job-figures')).invoke({}, { trace });
  await expect.poll(() => of(trace).find(({ name }) => name === 'figures')).toBeDefined();
  const annotations = of(trace).flatMap(({ annotations }) => (annotations ? [annotations] : []));
  expect(annotations).toMatchObject([
    { projection: 'lists', records: records.length, requestId: expect.any(String) },
    { records: records.length, ColdStart: true },
    { job: 'figures', requestId: expect.any(String) },
  ]);
});

it('what is not marked does not even load the tracer', async () => {
  const lambda = await start('api', { AWS_XRAY_DAEMON_ADDRESS: 'an address the tracer does not take' });
  expect(await lambda.invoke(asked('/programmes'))).toMatchObject({ statusCode: 200 });
  await expect(lambda.invoke(asked('/programmes'), { trace: newTrace() })).rejects.toThrow(/address/i);
});
