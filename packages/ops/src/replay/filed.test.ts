/** Filed dead letters that an operator sends again: each once, those of one source alone, and of those that stay it is said why. */
import { discardDeadLetter, fileLetter, listDeadLetters } from '@hanoi/core/dead-letter/service';
import { makeCtx } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { useQueues } from '@hanoi/functions/queue/port-in-force';
import { expect, test } from 'vitest';
import { replayFiled } from './filed.ts';

const table = useTable();
const ctx = makeCtx(table, { kind: 'system', name: 'test' });
const file = (source: 'rename' | 'votes' | 'streams', messageId: string, more: { record?: string } = {}) =>
  fileLetter(ctx, { source, messageId, body: JSON.stringify({ id: messageId }), failedAt: new Date(), ...more });

test('are counted by what came of them', async () => {
  const sent: string[] = [];
  useQueues({ send: async (queue, outgoing) => void sent.push(...outgoing.map(({ body }) => `${queue} ${body}`)) });
  await file('rename', 'one');
  await file('votes', 'other');
  await discardDeadLetter(ctx, await file('rename', 'discarded'), 'Không cần nữa');
  await file('streams', 'gone');
  await file('streams', 'failing', { record: 'no JSON' });
  const printed: string[] = [];
  const run = (source: 'rename' | 'streams') => replayFiled(ctx, source, (line) => void printed.push(line));
  expect(await run('rename')).toEqual({ done: 1, failed: 0, gone: 0 });
  expect(sent).toEqual(['rename {"id":"one"}']);
  expect(await run('rename')).toEqual({ done: 0, failed: 0, gone: 0 });
  expect(await run('streams')).toEqual({ done: 0, failed: 1, gone: 1 });
  expect(printed.join('\n')).toMatch(/dlt_\w+: .*JSON/);
  const left = (await listDeadLetters(ctx, { state: 'open', limit: 10 })).items.map(({ source }) => source);
  expect(left.sort()).toEqual(['streams', 'streams', 'votes']);
});
