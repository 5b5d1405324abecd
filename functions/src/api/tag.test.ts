/** Tags that are renamed and merged: lists and searches follow, counts are right, and the former name still finds what carried it. */
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { beforeAll, expect, it } from 'vitest';
import { expectRefused } from '../http/testing-refusal.ts';
import { handler as retag } from '../jobs/retag.ts';
import { type SignedIn, useApi } from '../testing/api.ts';

const api = useApi();
let admin: SignedIn;
let author: SignedIn;
beforeAll(async () => {
  admin = await api.signInAs({ roles: ['administrator'] });
  author = await api.signInAs();
});
const reason = 'Viết cho thống nhất';
const raise = async (tags: string[], over: object = {}): Promise<string> => {
  const body = makeNewChallenge({ tags, ...over });
  return (await api.call('POST', '/challenges', { token: author.token, body })).json.id;
};
const rename = (from: string, into: string, over: object = {}) =>
  api.call('POST', '/admin/tags/changes', { token: admin.token, body: { from, into, reason, ...over } });
const tagsOf = async (id: string) =>
  (await api.call('GET', `/challenges/${id}`, { token: author.token })).json.tags as string[];
const found = async (tag: string) => {
  const { items } = (await api.call('GET', `/challenges?tag=${encodeURIComponent(tag)}`)).json;
  return (items as { id: string }[]).map(({ id }) => id).toSorted();
};
const counts = async (q: string) => {
  const { items } = (await api.call('GET', `/admin/tags?q=${encodeURIComponent(q)}`, { token: admin.token })).json;
  return Object.fromEntries((items as { tag: string; count: number }[]).map(({ tag, count }) => [tag, count]));
};

it('two are merged: both are found by either name, counted together, and written by the new one', async () => {
  const [a, b] = [await raise(['cây đổ', 'cây xanh đô thị']), await raise(['cây xanh đô thị'])];
  const draft = await raise(['cây đổ'], { draft: true });
  expect(await counts('cay')).toEqual({ 'cây xanh đô thị': 2, 'cây đổ': 1 });
  expect((await rename('cây đổ', 'cây xanh đô thị')).status).toBe(200);
  expect(await retag()).toMatchObject({ failed: 0, done: true });
  expect(await tagsOf(a)).toEqual(['cây xanh đô thị']);
  expect(await counts('cay')).toEqual({ 'cây xanh đô thị': 2 });
  for (const tag of ['cây đổ', 'cây xanh đô thị']) expect(await found(tag)).toEqual([a, b].toSorted());
  const later = await raise(['cây đổ']);
  expect(await tagsOf(later)).toEqual(['cây xanh đô thị']);
  await api.call('PATCH', `/challenges/${draft}`, { token: author.token, body: { version: 1, draft: false } });
  expect(await retag()).toMatchObject({ failed: 0 });
  expect(await tagsOf(draft)).toEqual(['cây xanh đô thị']);
  const { version } = (await api.call('GET', `/challenges/${a}`, { token: author.token })).json;
  expect(await retag()).toMatchObject({ failed: 0 });
  expect((await api.call('GET', `/challenges/${a}`, { token: author.token })).json.version).toBe(version);
});

it('it is kept who, when and why; of two at once the second is told; wrong names are refused', async () => {
  const { version } = (await api.call('GET', '/admin/tags/changes', { token: admin.token })).json;
  const { json } = await rename('đèn đường', 'chiếu sáng', { version });
  expect(json.changes[0]).toMatchObject({ from: 'đèn đường', into: 'chiếu sáng', who: admin.name, reason });
  const body = { from: 'vỉa hè', into: 'hè phố', reason, version };
  await expectRefused(api, 'version_conflict', 'POST', '/admin/tags/changes', { token: admin.token, body });
  for (const [from, into] of [
    ['rác', 'rác'],
    ['đèn đường', 'điện'],
    ['rác', '!'],
  ]) {
    const given = { token: admin.token, body: { from, into, reason } };
    await expectRefused(api, 'invalid_input', 'POST', '/admin/tags/changes', given);
  }
  const { items } = (await api.call('GET', '/admin/audit?action=tag_renamed', { token: admin.token })).json;
  expect(JSON.stringify(items)).not.toContain('chiếu sáng');
});
