/** The jobs of the audit log: one seals, the other finds what was removed, and says so in the log. */
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { enterAudit, searchAudit } from '@hanoi/core/audit/service';
import { auditKey } from '@hanoi/core/db/keys';
import { hanoiDay, minute } from '@hanoi/core/shared/time';
import { makeCtx, makePerson } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { afterEach, expect, it, vi } from 'vitest';
import { handler as checkAudit } from './check-audit.ts';
import { handler as sealAudit } from './seal-audit.ts';

const table = useTable();
afterEach(() => void vi.useRealTimers());

it('what was entered is sealed, and missed when it is gone', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-01T03:00:00Z') });
  const operator = makeCtx(table, { kind: 'system', name: 'job by an' });
  await enterAudit(operator, { action: 'job_run', subject: 'job:recount' });
  vi.setSystemTime(Date.now() + 2 * minute);
  expect(await sealAudit()).toEqual({ sealed: 1, done: true });
  expect(await checkAudit()).toEqual({ entries: 1, seals: 1, found: 0, findings: [] });
  const admin = makeCtx(table, await makePerson(table, { roles: ['administrator'] }));
  const [entry] = (await searchAudit(admin, { limit: 1 })).items;
  const day = hanoiDay(new Date(entry!.at));
  await table.client.send(new DeleteCommand({ TableName: table.tableName, Key: auditKey(day, entry!.id) }));
  const missing = { what: 'missing', day: '2026-12-01', id: entry!.id };
  expect(await checkAudit()).toEqual({ entries: 0, seals: 1, found: 1, findings: [missing] });
  expect(await checkAudit({ from: '2026-12-02' })).toMatchObject({ entries: 0, found: 0 });
  await expect(checkAudit({ from: 'yesterday' })).rejects.toThrow();
});
