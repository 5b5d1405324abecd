/** Sealing the audit log, and finding what was changed, removed or put in behind the job's back. */
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { auditKey, lastSealKey, sealKey } from '../db/keys.ts';
import { transact } from '../db/transact.ts';
import { hour, minute } from '../shared/time.ts';
import { makeCtx } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { checkAudit } from './check.ts';
import { auditPart, listEntries } from './repo.ts';
import { findLastSeal, sealEntries } from './seal.ts';

const person = 'per_01JDB8N0P4X7K2M9QW5T3RZ6VA';
const setTime = (time: string | number) => vi.setSystemTime(new Date(time));
const wait = (ms: number) => setTime(Date.now() + ms);
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

// Each table is a log of its own.
function useLog() {
  const table = useTable();
  const ctx = makeCtx(table, { kind: 'system', name: 'test' });
  const seal = () => sealEntries(ctx, new Date(Date.now() + minute));
  return {
    ctx,
    seal,
    async enter(times = 1) {
      for (let entry = 0; entry < times; entry++) {
        await transact(ctx, [
          auditPart(ctx, { action: 'role_granted', subject: person, facts: { role: 'moderator' } }),
        ]);
        wait(1);
      }
    },
    async idsOf(day: string) {
      const { items } = await listEntries(ctx, { day, limit: 100 });
      return items.map(({ id }) => id).reverse();
    },
    put: (Item: object) => table.client.send(new PutCommand({ TableName: table.tableName, Item })),
    remove: (Key: Record<string, string>) => table.client.send(new DeleteCommand({ TableName: table.tableName, Key })),
    set: (Key: Record<string, string>, name: string, value: unknown) =>
      table.client.send(
        new UpdateCommand({
          TableName: table.tableName,
          Key,
          UpdateExpression: 'SET #name = :value',
          ExpressionAttributeNames: { '#name': name },
          ExpressionAttributeValues: { ':value': value },
        }),
      ),
  };
}

describe('sealing', () => {
  const log = useLog();

  it('waits a minute, seals each entry once, and begins a day with the last seal of the day before', async () => {
    setTime('2026-12-01T16:00:00Z');
    expect(await log.seal()).toEqual({ sealed: 0, done: true });
    await log.enter(3);
    expect((await log.seal()).sealed).toBe(0);
    wait(minute);
    expect(await log.seal()).toMatchObject({ sealed: 3, done: true, last: { day: '2026-12-01', number: 3 } });
    expect((await log.seal()).sealed).toBe(0);
    // An hour later it is another day in Hanoi.
    wait(hour);
    await log.enter(2);
    wait(2 * minute);
    expect(await log.seal()).toMatchObject({ sealed: 2, last: { day: '2026-12-02', number: 2 } });
    expect(await checkAudit(log.ctx)).toMatchObject({ entries: 5, seals: 5, found: 0, findings: [] });
    expect(await checkAudit(log.ctx, '2026-12-02')).toMatchObject({ entries: 2, seals: 2, found: 0 });
  });

  it('goes on after more than one transaction, and where it was stopped', async () => {
    setTime('2026-12-03T03:00:00Z');
    await log.enter(200);
    wait(2 * minute);
    expect(await sealEntries(log.ctx, new Date(Date.now()))).toMatchObject({ sealed: 0, done: false });
    expect(await log.seal()).toMatchObject({ sealed: 200, done: true });
    expect(await checkAudit(log.ctx)).toMatchObject({ found: 0 });
  });

  it('two at once do what one does', async () => {
    setTime('2026-12-04T03:00:00Z');
    await log.enter(30);
    wait(2 * minute);
    const runs = await Promise.all([log.seal(), log.seal(), log.seal()]);
    expect(runs.map(({ sealed }) => sealed).reduce((sum, one) => sum + one)).toBe(30);
    expect(await checkAudit(log.ctx)).toMatchObject({ found: 0 });
  });

  it('takes an entry that came minutes later than others of its time', async () => {
    setTime('2026-12-05T03:00:00Z');
    await log.enter(1);
    const early = Date.now();
    wait(1);
    await log.enter(1);
    wait(2 * minute);
    await log.seal();
    const now = Date.now();
    setTime(early);
    await log.enter(1);
    setTime(now + minute);
    expect((await log.seal()).sealed).toBe(1);
    expect(await checkAudit(log.ctx)).toMatchObject({ found: 0 });
  });
});

describe('the check finds', () => {
  const log = useLog();
  const day = '2026-12-01';
  beforeEach(async () => {
    setTime('2026-12-01T03:00:00Z');
    const last = await findLastSeal(log.ctx);
    if (!last) {
      await log.enter(6);
      wait(2 * minute);
      await log.seal();
    }
    setTime('2026-12-01T03:30:00Z');
    expect((await checkAudit(log.ctx)).found).toBe(0);
  });
  const findings = async () => (await checkAudit(log.ctx)).findings;
  /** Does something to an item, looks, and puts the item back as it was. */
  async function meanwhile(key: Record<string, string>, change: () => Promise<unknown>) {
    const { getItem } = await import('../db/get.ts');
    const before = await getItem(log.ctx, key as never, { consistent: true });
    await change();
    const found = await findings();
    if (before) await log.put(before);
    else await log.remove(key);
    return found;
  }

  it.each<[string, string, unknown]>([
    ['a fact', 'facts', { role: 'administrator' }],
    ['the actor', 'by', 'someone else'],
    ['the index by which it is found', 'gsi1pk', 'AUDITBY#nobody'],
    ['a field that was not there', 'note', 1],
  ])('an entry that was changed: %s', async (_, name, value) => {
    const id = (await log.idsOf(day))[2]!;
    const key = auditKey(day, id);
    expect(await meanwhile(key, () => log.set(key, name, value))).toEqual([{ what: 'changed', day, id }]);
  });

  it('an entry that was removed', async () => {
    const id = (await log.idsOf(day))[2]!;
    const key = auditKey(day, id);
    expect(await meanwhile(key, () => log.remove(key))).toEqual([{ what: 'missing', day, id }]);
  });

  it('an entry that was put in later', async () => {
    const id = 'evt_01KBC7N0P4X7K2M9QW5T3RZ6VA';
    const key = auditKey(day, id);
    const item = {
      ...key,
      id,
      day,
      at: '2026-12-01T01:00:00.000Z',
      by: person,
      action: 'flag_set',
      subject: 'flag:review',
      facts: {},
    };
    expect(await meanwhile(key, () => log.put(item))).toEqual([{ what: 'unsealed', day, id }]);
  });

  it('an entry that was removed with its seal', async () => {
    const id = (await log.idsOf(day))[2]!;
    const entry = auditKey(day, id);
    const seal = sealKey(day, 3);
    const found = await meanwhile(seal, async () => {
      await log.remove(seal);
      const inner = await meanwhile(entry, () => log.remove(entry));
      expect(inner).toEqual([{ what: 'seal', day, id: '4' }]);
    });
    expect(found).toEqual([
      { what: 'seal', day, id: '4' },
      { what: 'unsealed', day, id },
    ]);
  });

  it('the last seals, where they were removed', async () => {
    const id = (await log.idsOf(day))[5]!;
    const seal = sealKey(day, 6);
    expect(await meanwhile(seal, () => log.remove(seal))).toEqual([
      { what: 'unsealed', day, id },
      { what: 'seal', day, id: '6' },
    ]);
    const mark = await meanwhile(lastSealKey, () => log.set(lastSealKey, 'hash', 'other'));
    expect(mark).toEqual([{ what: 'seal', day, id: '6' }]);
  });

  it('a seal that was changed, and one made to fit a changed entry', async () => {
    const seal = sealKey(day, 3);
    expect(await meanwhile(seal, () => log.set(seal, 'entryHash', 'other'))).toContainEqual({
      what: 'seal',
      day,
      id: '3',
    });
    expect(await meanwhile(seal, () => log.set(seal, 'hash', 'other'))).toEqual([
      { what: 'seal', day, id: '3' },
      { what: 'seal', day, id: '4' },
    ]);
  });
});
