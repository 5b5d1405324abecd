/** Votes as they come over HTTP are flagged by the job, set aside by a decision, and leave every count by way of stream and queue. */
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { afterEach, expect, it } from 'vitest';
import { type SignedIn, useApi } from '../testing/api.ts';
import { useStream } from '../testing/stream.ts';
import { handler as forgetNetworks } from './forget-networks.ts';
import { handler as watchVotes } from './watch-votes.ts';

const api = useApi();
const stream = useStream(api.table);
const secret = 'a'.repeat(32);
afterEach(() => {
  delete process.env.ORIGIN_SECRET;
});

/** As the edge sends it on, from an address. */
const from = (address: string) => ({ 'x-origin-secret': secret, 'x-viewer-address': address });

it('a farm is found, and what it voted is counted nowhere', async () => {
  process.env.ORIGIN_SECRET = secret;
  const call = (method: string, path: string, { token }: SignedIn, body?: object) =>
    api.call(method, path, { token, body, headers: from('198.51.100.7') });
  const [author, moderator] = [await api.signInAs(), await api.signInAs({ roles: ['moderator'] })];
  const { id } = (await call('POST', '/challenges', author, makeNewChallenge())).json;
  await call('PUT', `/challenges/${id}/support`, author);
  const farm = await Promise.all(Array.from({ length: 22 }, () => api.signInAs()));
  for (const [index, { token }] of farm.entries()) {
    const given = { token, headers: from(`203.0.113.${index}`) };
    expect((await api.call('PUT', `/challenges/${id}/support`, given)).status).toBe(200);
  }
  await stream.settle();
  expect(await watchVotes()).toMatchObject({ failed: 0, done: true, items: 1 });

  const { items } = (await call('GET', '/moderation/queue?kind=votes', moderator)).json;
  expect(items).toMatchObject([{ kind: 'votes', subject: { id } }]);
  const whole = await call('GET', `/moderation/items/${items[0].id}`, moderator);
  expect(whole.json.votes).toMatchObject({ version: 1, groups: [{ id: 'A', votes: 22 }, { id: 'new' }] });
  expect(whole.text).not.toMatch(new RegExp(`${farm[0]!.id.slice(4)}|203\\.0`));
  const body = { action: 'quarantine', reason: 'other', note: 'Vừa lập', groups: ['A', 'new'], evidence: 1 };
  const decided = await call('POST', `/moderation/items/${items[0].id}/decisions`, moderator, body);
  expect(decided).toMatchObject({ status: 201, json: { votes: { state: 'running', count: 0 } } });
  await stream.settle();

  expect((await call('GET', `/challenges/${id}`, moderator)).json.support).toBe(1);
  expect((await call('GET', '/me/support', farm[0]!)).json.setAside).toEqual([id]);
  const [mine] = (await call('GET', '/me/decisions', farm[0]!)).json.items;
  expect(mine).toMatchObject({ id: decided.json.id, votes: { state: 'done', count: 22 }, appeal: null });
  const timeline = (await call('GET', `/challenges/${id}/timeline`, author)).json.items;
  expect(timeline[0]).toMatchObject({ type: 'votes_set_aside', data: { votes: 22, setAsideFor: 'other' } });
  expect(await watchVotes()).toMatchObject({ items: 0 });
  expect(await forgetNetworks()).toEqual({ forgotten: 0, done: true });
});
