/** A table with the demo is marked once; what an operator has set stays, and a table without it is left alone. */

import { getFlags } from '@hanoi/core/flag/in-force';
import { defaultFlags } from '@hanoi/core/flag/schema';
import { setFlag } from '@hanoi/core/flag/service';
import { accountOf } from '@hanoi/core/identity/service';
import { makeCtx } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { expect, test } from 'vitest';
import { demoIdentity } from './demo-people.ts';
import { markDemo } from './mark.ts';

const table = useTable();
const ctx = makeCtx(table, { kind: 'system', name: 'test' });

test('a table is marked where the people of the demo are, however old it is, until an operator says otherwise', async () => {
  await markDemo(ctx);
  expect(await getFlags(ctx)).toEqual(defaultFlags);
  await accountOf(ctx, { ...demoIdentity(0), name: 'Nguyễn Văn Tín', assurance: 'eid' });
  await setFlag(ctx, 'banner', { vi: 'Tối nay bảo trì.', en: 'Maintenance tonight.' });
  await markDemo(ctx);
  expect(await getFlags(ctx)).toMatchObject({ demo: true, banner: { en: 'Maintenance tonight.' } });
  await setFlag(ctx, 'demo', false);
  await markDemo(ctx);
  expect((await getFlags(ctx)).demo).toBe(false);
});
