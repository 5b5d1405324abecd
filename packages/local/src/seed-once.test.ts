/** The demo is for a site on which nobody has written, whatever the start itself left there. */
import { raiseChallenge } from '@hanoi/core/challenge/service';
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { makeCtx, makePerson } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { silentLog } from '@hanoi/engine/log';
import { handler as migrate } from '@hanoi/functions/jobs/migrate';
import { expect, it } from 'vitest';
import { isEmpty } from './seed-once.ts';
import { upgrade } from './upgrade.ts';

const table = useTable();

it('a table that migrations went over is empty still, until somebody writes', async () => {
  await upgrade(migrate, silentLog);
  expect(await isEmpty(table.client, table.tableName)).toBe(true);
  await raiseChallenge(makeCtx(table, await makePerson(table)), makeNewChallenge());
  expect(await isEmpty(table.client, table.tableName)).toBe(false);
});
