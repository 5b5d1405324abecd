/** Solutions of the whole city over HTTP. */
import { projectRows } from '@hanoi/core/listing/repo';
import { makeNewChallenge, makeNewSolution } from '@hanoi/core/testing/challenge';
import { makeCtx } from '@hanoi/core/testing/context';
import { expect, it } from 'vitest';
import { useApi } from '../testing/api.ts';

const { call, signIn, table } = useApi();

it('lists what was submitted to any challenge, and no draft', async () => {
  const { token } = await signIn('tac-gia@example.vn');
  const ctx = makeCtx(table, { kind: 'system', name: 'test' });
  const submitted: string[] = [];
  for (const round of [1, 2, 3]) {
    const challenge = await call('POST', '/challenges', { token, body: makeNewChallenge() });
    const made = await call('POST', `/challenges/${challenge.json.id}/solutions`, { token, body: makeNewSolution() });
    if (round < 3) {
      await call('POST', `/solutions/${made.json.id}/submit`, { token });
      submitted.unshift(made.json.id);
    }
    await projectRows(ctx, [made.json.id]);
  }
  const first = await call('GET', '/solutions?limit=1');
  expect(first.json.items.map((item: { id: string }) => item.id)).toEqual(submitted.slice(0, 1));
  expect(first.headers['cache-control']).toBe('public, max-age=0, s-maxage=2');
  const second = await call('GET', `/solutions?limit=1&cursor=${first.json.nextCursor}`);
  expect(second.json.items.map((item: { id: string }) => item.id)).toEqual(submitted.slice(1));
  const top = await call('GET', '/solutions?sort=top');
  expect(top.json.items).toHaveLength(2);
  expect((await call('GET', '/solutions?sort=trending')).json.code).toBe('invalid_input');
});
