/** Every route that writes declares how often and how much, and is held to it. */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { bodyLimits } from '@hanoi/core/api/limits';
import { allEndpoints } from '@hanoi/core/contracts';
import { paceKey } from '@hanoi/core/db/keys';
import { defaultSettings } from '@hanoi/core/rule/default-list';
import type { SubjectKind } from '@hanoi/core/subject/kinds';
import { mostAnHour } from '@hanoi/core/trust/rules';
import { beforeAll, describe, expect, it } from 'vitest';
import { type SignedIn, useApi } from '../testing/api.ts';
import { bodyFor, kindCases, kindOfPath } from '../testing/kinds.ts';
import { expectProblem } from './testing-refusal.ts';

const api = useApi();
const writing = allEndpoints().flatMap(({ name, endpoint }) => (endpoint.method === 'GET' ? [] : [{ name, endpoint }]));
const paced = writing.flatMap(({ name, endpoint }) => {
  const { pace } = endpoint;
  return pace === 'free' || pace === 'counted' ? [] : [{ name, endpoint, pace }];
});

it('declares both, and takes 16 KB at most of somebody who is not signed in', () => {
  expect(writing.length).toBeGreaterThan(20);
  expect(writing.filter(({ endpoint }) => !endpoint.pace || !(endpoint.bodyLimit > 0))).toEqual([]);
  const open = writing.filter(({ endpoint }) => endpoint.access === 'anyone');
  expect(open.map(({ name }) => name).sort()).toEqual([
    'carryForm',
    'findAlikeChallenges',
    'findAlikeSolutions',
    'openSession',
    'previewMasking',
    'requestCode',
  ]);
  expect(open.filter(({ endpoint }) => endpoint.bodyLimit > 16 * 1024)).toEqual([]);
  expect(bodyLimits).toEqual({ small: 16_384, comment: 131_072, text: 524_288, list: 3_145_728, picture: 6_291_456 });
});

it('what leaves no bound by itself has a pace: what makes a text, and what changes one', () => {
  const free = writing.filter(({ endpoint }) => endpoint.pace === 'free').map(({ name }) => name);
  const repeatable = free.filter((name) => /^(?!un)(draft|raise|commentOn|edit|request|open|upload)/.test(name));
  expect(repeatable).toEqual([]);
  expect([...new Set(paced.map(({ pace }) => pace))].map((pace) => [pace, mostAnHour(pace)])).toEqual(
    expect.arrayContaining([
      ['challenge', 30],
      ['solution', 30],
      ['comment', 100],
      ['edit', 120],
      ['account', 20],
      ['report', 60],
    ]),
  );
});

it.each(writing)('$name refuses a body that is larger than it declares', async ({ endpoint }) => {
  // Who may call it is asked first.
  const { token } = await api.signInAs({ roles: ['moderator', 'administrator'] });
  const path = endpoint.path.replace('{id}', 'chl_01JDB8N0P4X7K2M9QW5T3RZ6VA');
  const raw = JSON.stringify({ x: 'x'.repeat(endpoint.bodyLimit) });
  const answer = await api.call(endpoint.method, path, { token, raw });
  expectProblem(answer, 'payload_too_large');
});

describe('somebody who has used up the hour', () => {
  let author: SignedIn;
  let challenge: string;
  let comment: string;
  let solution: string;
  let reader: SignedIn;
  let administrator: SignedIn;
  beforeAll(async () => {
    author = await api.signInAs();
    reader = await api.signInAs({ roles: ['moderator'] });
    administrator = await api.signInAs({ roles: ['administrator'] });
    challenge = await kindCases.challenge.draft(api, author.token, null);
    await kindCases.challenge.publish(api, author.token, challenge);
    solution = await kindCases.solution.draft(api, author.token, null);
    await kindCases.solution.publish(api, author.token, solution);
    const said = { token: author.token, body: { body: 'Lời đầu tiên' } };
    comment = (await api.call('POST', `/challenges/${challenge}/comments`, said)).json.id;
  });

  it.each(paced)('is refused by $name', async ({ name, endpoint, pace }) => {
    // Nobody reports what is their own.
    const { token, id } = pace === 'report' ? reader : name === 'saveRules' ? administrator : author;
    const kind = kindOfPath(endpoint.path) as SubjectKind | undefined;
    const on = kind && kind !== 'challenge' ? await kindCases[kind].draft(api, author.token, null) : challenge;
    if (kind && kind !== 'challenge') await kindCases[kind].publish(api, author.token, on);
    const target = endpoint.path.replace('{id}', endpoint.path.startsWith('/comments') ? comment : on);
    const version = (await api.call('GET', kind ? target.replace(/(\/[^/]+\/[^/]+).*/, '$1') : '/me', { token })).json
      .version;
    const texts: Record<string, object> = {
      editComment: { body: 'Nói lại' },
      editMe: { name: 'Tên mới' },
      openItem: { subject: solution, reason: 'spam' },
      saveRules: { base: 0, text: '', settings: defaultSettings, reason: 'Thêm từ' },
    };
    const send = () => api.call(endpoint.method, target, { token, body: texts[name] ?? bodyFor(name, version) });
    const times = Array<number>(mostAnHour(pace)).fill(Date.now());
    const Item = { ...paceKey(id, pace), times };
    await api.table.client.send(new PutCommand({ TableName: api.table.tableName, Item }));
    expectProblem(await send(), 'too_many_requests');
    await api.table.client.send(new PutCommand({ TableName: api.table.tableName, Item: { ...Item, times: [] } }));
    expect((await send()).status).toBe(endpoint.status);
  });
});
