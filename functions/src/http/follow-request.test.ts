/** One id leads from a request to its log lines, to what it wrote, through the stream, and to what was projected from it. */
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { cardKey, tallyKey } from '@hanoi/core/db/keys';
import type { ChallengeId } from '@hanoi/core/shared/ids';
import { newRequestId } from '@hanoi/core/shared/request-id';
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as closeDue } from '../jobs/close-due.ts';
import { useApi } from '../testing/api.ts';
import { runConsumer, useStream } from '../testing/stream.ts';
import { problemOf } from './problem.ts';

const api = useApi();
const stream = useStream(api.table);

let lines: Record<string, unknown>[] = [];
const named = (message: string) => lines.filter((line) => line.message === message);
// Powertools writes through a console of its own, to the process's output.
const keep = (text: unknown) => {
  lines.push(
    ...String(text)
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  );
  return true;
};
beforeEach(() => {
  process.env.POWERTOOLS_METRICS_NAMESPACE = 'HanoiIdeas/test';
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
});
afterEach(() => {
  delete process.env.POWERTOOLS_METRICS_NAMESPACE;
  vi.restoreAllMocks();
  lines = [];
});

const by = (requestId: string) => ({ headers: { 'x-request-id': requestId } });
const writtenBy = async (requestId: string) =>
  (await api.everything()).filter((item) => item.requestId === requestId).map(({ pk, sk }) => `${pk} ${sk}`);
const idsIn = (records: DynamoDBRecord[]) => new Set(records.map(({ dynamodb }) => dynamodb?.NewImage?.requestId?.S));

describe('a request', () => {
  let token: string;
  let challenge: ChallengeId;
  const raised = newRequestId();
  beforeAll(async () => {
    token = (await api.signInAs()).token;
    challenge = (await api.call('POST', '/challenges', { token, body: makeNewChallenge(), ...by(raised) })).json.id;
  });

  it('marks all that it writes, and the stream’s log lines name it', async () => {
    const written = await writtenBy(raised);
    expect(written).toEqual(expect.arrayContaining([`${challenge} CARD`, `${challenge} BODY`]));
    expect(written.filter((key) => key.includes('evt_'))).toHaveLength(1);
    const records = (await stream.take()).filter(({ dynamodb }) => dynamodb?.Keys?.pk?.S === challenge);
    expect(idsIn(records)).toEqual(new Set([raised]));
    await runConsumer('lists', records);
    expect(named('projected')).toMatchObject([{ projection: 'lists', subject: challenge, requestIds: [raised] }]);
    const { json } = await api.call('GET', '/challenges?sort=new');
    expect(json.items).toHaveLength(1);
    expect(await writtenBy(raised), 'rows of lists need no mark').toEqual(written);
  });

  it('is followed from a vote to the list that shows it', async () => {
    const voted = newRequestId();
    const { status, headers } = await api.call('PUT', `/challenges/${challenge}/support`, { token, ...by(voted) });
    expect([status, headers['x-request-id']]).toEqual([200, voted]);
    // What is counted of a request is its line in the log.
    expect(lines).toMatchObject([{ Requests: 1, requestId: voted, gatewayId: 'test', status: '200' }]);

    const records = await stream.take();
    const votes = records.filter(({ dynamodb }) => /^(VOTE|TALLY)#/.test(dynamodb?.Keys?.pk?.S ?? ''));
    expect(votes).toHaveLength(2);
    expect(idsIn(votes)).toEqual(new Set([voted]));
    await runConsumer('counters', votes);
    expect(named('projected')).toMatchObject([{ projection: 'counters', subject: challenge, requestIds: [voted] }]);

    await runConsumer('lists', await stream.take());
    expect(named('projected').at(-1)).toMatchObject({ projection: 'lists', subject: challenge, requestIds: [voted] });
    expect((await api.call('GET', '/challenges?sort=top')).json.items).toMatchObject([{ support: 1 }]);
  });

  it('several on one subject are all named', async () => {
    const ids = [newRequestId(), newRequestId(), newRequestId()];
    for (const id of ids) {
      const { token } = await api.signInAs();
      await api.call('PUT', `/challenges/${challenge}/support`, { token, ...by(id) });
    }
    await runConsumer('counters', await stream.take());
    expect(named('projected')).toMatchObject([{ subject: challenge, requestIds: ids }]);
  });

  it('each of several subjects is followed by its own', async () => {
    const other = (await api.call('POST', '/challenges', { token, body: makeNewChallenge() })).json.id;
    await stream.take();
    const ids = { [challenge]: newRequestId(), [other]: newRequestId() };
    for (const [subject, id] of Object.entries(ids)) {
      const { token } = await api.signInAs();
      await api.call('PUT', `/challenges/${subject}/support`, { token, ...by(id) });
    }
    await runConsumer('counters', await stream.take());
    await runConsumer('lists', await stream.take());
    const projected = named('projected').filter(({ projection }) => projection === 'lists');
    expect(Object.fromEntries(projected.map(({ subject, requestIds }) => [subject, requestIds]))).toEqual({
      [challenge]: [ids[challenge]],
      [other]: [ids[other]],
    });
  });

  it('is not taken for what a migration wrote over it', async () => {
    const change = { UpdateExpression: 'SET shape = :two', ExpressionAttributeValues: { ':two': 2 } };
    const { tableName: TableName, client } = api.table;
    await client.send(new UpdateCommand({ TableName, Key: cardKey(challenge), ...change }));
    await runConsumer('lists', await stream.take());
    expect(named('projected')).toMatchObject([{ subject: challenge, requestIds: [] }]);
  });

  it('that fails leads to what failed', async () => {
    const poisoned = newRequestId();
    const Item = { ...tallyKey(challenge, 0), support: 'nhiều', requestId: poisoned };
    await api.table.client.send(new PutCommand({ TableName: api.table.tableName, Item }));
    expect(await runConsumer('counters', await stream.take())).toHaveLength(1);
    expect(named('projection_failed')).toMatchObject([{ subject: challenge, requestIds: [poisoned] }]);
  });
});

it('a request that nobody could serve just now says why', async () => {
  const requestId = newRequestId();
  const answer = await problemOf(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'vi', requestId);
  expect(JSON.parse(answer.body!)).toMatchObject({ code: 'busy', requestId });
  expect(lines).toMatchObject([{ message: 'request_busy', requestId, error: 'Error: connect' }]);
});

describe('the id', () => {
  it("is the gateway's own for who sends none, or one that does not belong in a log", async () => {
    for (const given of [{}, by('{"level":"ERROR"}'), by('x'.repeat(37))]) {
      const { headers, json } = await api.call('GET', '/me', given);
      expect([headers['x-request-id'], json.requestId]).toEqual(['test', 'test']);
    }
  });

  it('is on no answer that a shared cache may keep: others would be answered with it', async () => {
    const id = newRequestId();
    const { headers } = await api.call('GET', '/challenges', by(id));
    expect(headers['cache-control']).toMatch(/^public/);
    expect(headers).not.toHaveProperty('x-request-id');
    const { token } = await api.signInAs();
    expect((await api.call('GET', '/challenges', { token, ...by(id) })).headers['x-request-id']).toBe(id);
  });

  it('is that of each of many at once', async () => {
    const ids = Array.from({ length: 20 }, newRequestId);
    const answers = await Promise.all(ids.map((id) => api.call('GET', '/me', by(id))));
    expect(answers.map(({ json }) => json.requestId)).toEqual(ids);
    expect(
      named('request_refused')
        .map(({ requestId }) => requestId)
        .sort(),
    ).toEqual(ids.sort());
  });

  it("is on no line that names a person: what they do in the same request is nobody's to read", async () => {
    const email = 'nguoi-ky@example.vn';
    await api.call('POST', '/auth/codes', { body: { email } });
    const body = { email, code: api.mails.at(-1)!.subject.slice(0, 6) };
    const signedIn = newRequestId();
    const { json } = await api.call('POST', '/auth/sessions', { body, ...by(signedIn) });
    await api.call('POST', '/auth/codes', { body: { email } });
    await api.call('POST', '/auth/sessions', { body: { email, code: api.mails.at(-1)!.subject.slice(0, 6) } });
    await api.call('DELETE', '/me/sessions', { token: json.token, ...by(signedIn) });
    const naming = lines.filter((line) => JSON.stringify(line).includes(json.person.id));
    expect(naming.map(({ message }) => message)).toEqual(['signed_in', 'signed_in', 'sessions_ended']);
    expect(JSON.stringify(naming)).not.toContain(signedIn);
  });

  it('of a run of a job is its own', async () => {
    const { token } = await api.signInAs();
    const closesAt = new Date(Date.now() + 1_000 * 60 * 60 * 25).toISOString();
    const { json } = await api.call('POST', '/challenges', { token, body: makeNewChallenge({ closesAt }) });
    await stream.settle();
    lines = [];
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(closesAt) });
    await closeDue();
    await closeDue();
    vi.useRealTimers();
    const [first, second] = lines.map(({ requestId }) => String(requestId));
    expect(first).not.toBe(second);
    expect(await writtenBy(first!)).toContain(`${json.id} CARD`);
    expect(await writtenBy(second!)).toEqual(['JOB#close-due RUN']);
  });
});
