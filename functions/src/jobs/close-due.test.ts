/** Subjects close when their end has come: all of them, also those behind some that can't be closed. */
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { getChallenge, raiseChallenge } from '@hanoi/core/challenge/service';
import { cardKey } from '@hanoi/core/db/keys';
import { projectRows } from '@hanoi/core/listing/repo';
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { makeCtx, makePerson } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { afterEach, expect, it, vi } from 'vitest';
import { handler as closeDue } from './close-due.ts';

const table = useTable();
const day = 24 * 3_600_000;
const dayAfterTomorrow = Date.now() + 2 * day;
afterEach(() => void vi.useRealTimers());

it('pages past what can’t be closed, and leaves what is still to end', async () => {
  const raise = async (closesAt: number) => {
    // Each by another person: nobody raises so many in a row.
    const ctx = makeCtx(table, await makePerson(table));
    const { id } = await raiseChallenge(ctx, makeNewChallenge({ closesAt: new Date(closesAt).toISOString() }));
    await projectRows(ctx, [id]);
    return id;
  };
  // More than a page of them have lost their card, and stand in the list alone.
  const broken = await Promise.all(Array.from({ length: 55 }, (_, index) => raise(dayAfterTomorrow + index)));
  for (const id of broken) {
    await table.client.send(new DeleteCommand({ TableName: table.tableName, Key: cardKey(id) }));
  }
  const behind = await raise(dayAfterTomorrow + 1_000);
  const later = await raise(dayAfterTomorrow + day);
  vi.useFakeTimers({ toFake: ['Date'], now: dayAfterTomorrow + 2_000 });
  expect(await closeDue()).toEqual({ closed: 1, failed: 55 });
  const ctx = makeCtx(table, await makePerson(table));
  expect((await getChallenge(ctx, behind)).status).toBe('closed');
  expect((await getChallenge(ctx, later)).status).toBe('open');
});
