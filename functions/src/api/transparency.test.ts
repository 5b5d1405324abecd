/** Transparency reports over HTTP: the months there are, one of them, and its rows as a table. */

import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { makeCtx } from '@hanoi/core/testing/context';
import { countMonths } from '@hanoi/core/transparency/service';
import { expect, it } from 'vitest';
import { expectRefused } from '../http/testing-refusal.ts';
import { useApi } from '../testing/api.ts';

const api = useApi();

it('is read by anybody, and its table has the same rows', async () => {
  const author = await api.signInAs();
  const moderator = await api.signInAs({ roles: ['moderator'] });
  const { token } = moderator;
  const subject = (await api.call('POST', '/challenges', { token: author.token, body: makeNewChallenge() })).json.id;
  const opened = await api.call('POST', '/moderation/items', { token, body: { subject, reason: 'spam' } });
  const hide = { action: 'hide', reason: 'spam', note: 'Bán hàng' };
  await api.call('POST', `/moderation/items/${opened.json.id}/decisions`, { token, body: hide });
  await countMonths(makeCtx(api.table, { kind: 'system', name: 'test' }));
  const { items } = (await api.call('GET', '/transparency')).json;
  const [{ month }] = items;
  const report = await api.call('GET', `/transparency/${month}`);
  expect(report.json).toMatchObject({ month, decisions: 1, rows: [{ action: 'hide', reason: 'spam', decisions: 1 }] });
  const table = await api.call('GET', `/transparency/${month}/rows.csv`);
  expect(table.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(table.headers['content-disposition']).toBe(`attachment; filename="transparency-${month}.csv"`);
  expect(table.text).toBe(
    'month,kind,content,action,reason,rule,foundBy,decisions,appealed,upheld,overturned,withinHour,withinDay,withinThreeDays,withinWeek,longer\r\n' +
      `${month},moderator,challenge,hide,spam,5,moderator,1,0,0,0,1,0,0,0,0\r\n`,
  );
  await expectRefused(api, 'not_found', 'GET', '/transparency/2020-01', {});
  await expectRefused(api, 'not_found', 'GET', '/transparency/2026-13', {});
});
