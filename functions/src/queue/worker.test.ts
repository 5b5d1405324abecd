/** A worker's function: what it is sent, what it reports, and how it goes on. */
import { newId } from '@hanoi/core/shared/ids';
import { useTable } from '@hanoi/core/testing/table';
import type { Context, SQSBatchResponse, SQSRecord } from 'aws-lambda';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '../ports.ts';
import { queues } from './catalogue.ts';
import { enqueue } from './enqueue.ts';
import { messages } from './messages.ts';
import { useQueues } from './port-in-force.ts';
import { queueHandler, type Work } from './worker.ts';

useTable();
const person = newId('person', { now: () => new Date() });
const ctx = { requestId: 'the-request' };
let sent: ({ queue: string } & OutgoingMessage)[] = [];

beforeEach(() => {
  sent = [];
  useQueues({ send: async (queue, outgoing) => void sent.push(...outgoing.map((one) => ({ queue, ...one }))) });
});

const record = (messageId: string, body: string): SQSRecord =>
  ({ messageId, body, attributes: { ApproximateReceiveCount: '1' } }) as SQSRecord;
const bodyOf = (message: object) => JSON.stringify({ requestId: 'the-request', message });

async function run(work: Work<'rename'>, ...records: SQSRecord[]): Promise<string[]> {
  const handler = queueHandler('rename', work);
  const answer = (await handler({ Records: records }, {} as Context, () => undefined)) as SQSBatchResponse;
  return answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}

describe('a worker', () => {
  it('is given the message in the name of its request, and ends', async () => {
    const seen: unknown[] = [];
    const work: Work<'rename'> = async ({ requestId, actor }, message) => {
      seen.push({ requestId, actor, message });
      return undefined;
    };
    expect(await run(work, record('1', bodyOf({ person })))).toEqual([]);
    expect(seen).toEqual([
      { requestId: 'the-request', actor: { kind: 'system', name: 'rename' }, message: { person } },
    ]);
    expect(sent).toEqual([]);
  });

  it('goes on with the message it returns, for the same request', async () => {
    const next = { person, from: { list: 'comment', cursor: 'abc' } } as const;
    expect(await run(async () => next, record('1', bodyOf({ person })))).toEqual([]);
    expect(sent).toEqual([{ queue: 'rename', body: bodyOf(next), delaySeconds: 0 }]);
  });

  it('that would go on from where it began fails instead of never ending', async () => {
    expect(await run(async (_, message) => message, record('1', bodyOf({ person })))).toEqual(['1']);
    expect(sent).toEqual([]);
  });

  it('whose next step cannot be sent has failed', async () => {
    useQueues({
      send: async () => {
        throw new Error('away');
      },
    });
    const work: Work<'rename'> = async () => ({ person, from: { list: 'solution' } });
    expect(await run(work, record('1', bodyOf({ person })))).toEqual(['1']);
  });

  it.each([
    ['no JSON', '{"person'],
    ['no envelope', JSON.stringify({ person })],
    ['no message of this queue', bodyOf({ subject: person })],
    ['an id that is none', bodyOf({ person: 'per_1' })],
  ])('reports what is %s and finishes what stands beside it', async (_, malformed) => {
    const seen: string[] = [];
    const work: Work<'rename'> = async (_ctx, message) => {
      if ('person' in message) seen.push(message.person);
      return undefined;
    };
    expect(await run(work, record('1', malformed), record('2', bodyOf({ person })))).toEqual(['1']);
    expect(seen).toEqual([person]);
  });

  it('takes a message of a newer deployment, and leaves out what it does not know', async () => {
    const seen: unknown[] = [];
    const work: Work<'rename'> = async (_, message) => void seen.push(message);
    expect(await run(work, record('1', bodyOf({ person, later: true })))).toEqual([]);
    expect(seen).toEqual([{ person }]);
  });
});

describe('enqueue', () => {
  it('refuses what is no message, what is too large, and a delay SQS does not take', async () => {
    const outgoing = [{ message: { person } }];
    await expect(enqueue(ctx, 'rename', [{ message: { person: 'per_1' as never } }])).rejects.toThrow(/per_/);
    for (const delaySeconds of [-1, 901, Number.NaN]) {
      await expect(enqueue(ctx, 'rename', outgoing, { delaySeconds })).rejects.toThrow('0 to 900 seconds');
    }
    const large = [{ message: { person }, requestId: 'x'.repeat(256 * 1024) }];
    await expect(enqueue(ctx, 'rename', large)).rejects.toThrow('over 262144');
    expect(sent).toEqual([]);
    await enqueue(ctx, 'rename', outgoing, { delaySeconds: 900 });
    expect(sent).toEqual([{ queue: 'rename', body: bodyOf({ person }), delaySeconds: 900 }]);
  });
});

describe('the catalogue', () => {
  it('has every queue that has messages, once', () => {
    expect(queues.map(({ name }) => name).toSorted()).toEqual(Object.keys(messages).toSorted());
  });

  it.each(queues)('$name is within what AWS takes and advises', (queue) => {
    expect(queue.visibilitySeconds).toBeGreaterThanOrEqual(6 * queue.timeoutSeconds);
    expect(queue.visibilitySeconds).toBeLessThanOrEqual(12 * 3_600);
    expect(queue.maximumConcurrency).toBeGreaterThanOrEqual(2);
    expect(queue.batchSize).toBeLessThanOrEqual(10);
    // As docs/architecture.md says; fewer would not do, as Lambda's throttling may use up a receive or two without a run.
    expect(queue.maxReceives).toBe(5);
  });
});
