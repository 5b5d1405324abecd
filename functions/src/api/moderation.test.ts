/** Reports, the queue and decisions over HTTP: statuses, bad input, and what a stream makes of them. */
import { setFlag } from '@hanoi/core/flag/service';
import type { ErrorCode } from '@hanoi/core/shared/errors';
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { makeCtx } from '@hanoi/core/testing/context';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectRefused } from '../http/testing-refusal.ts';
import { type Given, type SignedIn, useApi } from '../testing/api.ts';
import { runConsumer, useStream } from '../testing/stream.ts';

const api = useApi();
const stream = useStream(api.table);
let author: SignedIn;
let reader: SignedIn;
let moderator: SignedIn;
let challenge: string;
beforeAll(async () => {
  reader = await api.signInAs();
  moderator = await api.signInAs({ roles: ['moderator'] });
});
beforeEach(async () => {
  author = await api.signInAs();
  challenge = (await post('/challenges', author, makeNewChallenge())).json.id;
});

const post = (path: string, { token }: SignedIn, body?: object, headers = {}) =>
  api.call('POST', path, { token, body, headers });
const get = (path: string, { token }: SignedIn) => api.call('GET', path, { token });
const itemOf = async (content: string): Promise<string> => {
  const { json } = await post('/moderation/items', moderator, { subject: content, reason: 'spam' });
  return json.id;
};

describe('a report', () => {
  it('is made once: 201, then 200 with the same', async () => {
    const path = `/challenges/${challenge}/reports`;
    const first = await post(path, reader, { reason: 'false', note: 'Số liệu sai' });
    expect(first.status).toBe(201);
    const second = await post(path, reader, { reason: 'spam' });
    expect(second.status).toBe(200);
    expect(second.json).toEqual(first.json);
    expect((await get('/me/reports?limit=1', reader)).json.items).toEqual([first.json]);
  });

  it.each<[string, object, string]>([
    ['no reason', {}, '/reason'],
    ['a reason that there is not', { reason: 'ugly' }, '/reason'],
    ['a note too long', { reason: 'spam', note: 'dài '.repeat(251) }, '/note'],
    ['a note that is no text', { reason: 'spam', note: 5 }, '/note'],
    ['whose it shall be', { reason: 'spam', by: 'per_01JDB8N0P4X7K2M9QW5T3RZ6VA' }, '/by'],
  ])('with %s is refused', async (_, body, path) => {
    const given: Given = { token: reader.token, body };
    const { json } = await expectRefused(api, 'invalid_input', 'POST', `/challenges/${challenge}/reports`, given);
    expect(json.errors[0].path).toBe(path);
  });
});

describe('the queue', () => {
  it('is paged, each item once, the most pressing first; a cursor of another kind is refused', async () => {
    const ids: string[] = [];
    for (const reason of ['spam', 'illegal', 'off-topic']) {
      const { json } = await post('/challenges', author, makeNewChallenge());
      await post(`/challenges/${json.id}/reports`, reader, { reason });
      ids.push(json.id);
    }
    const found: { subject: { id: string }; priority: number }[] = [];
    let cursor: string | null = '';
    do {
      const { json } = await get(`/moderation/queue?kind=report&limit=2${cursor && `&cursor=${cursor}`}`, moderator);
      found.push(...json.items);
      cursor = json.nextCursor;
      if (cursor) await expectRefused(api, 'invalid_cursor', 'GET', `/moderation/queue?cursor=${cursor}`, moderator);
    } while (cursor);
    expect(new Set(found.map(({ subject }) => subject.id)).size).toBe(found.length);
    const order = found.map(({ subject }) => subject.id).filter((id) => ids.includes(id));
    expect(order).toEqual([ids[1], ids[0], ids[2]]);
    const priorities = found.map(({ priority }) => priority);
    expect(priorities).toEqual(priorities.toSorted((one, other) => other - one));
  });

  it('takes what a moderator met: 201, then 200 with the open one', async () => {
    const body = { subject: challenge, reason: 'abuse', note: 'Thấy khi đọc' };
    const first = await post('/moderation/items', moderator, body);
    expect(first).toMatchObject({ status: 201, json: { kind: 'moderator', reasons: [{ reason: 'abuse', count: 1 }] } });
    const second = await post('/moderation/items', moderator, { ...body, reason: 'spam' });
    expect(second).toMatchObject({ status: 200, json: { id: first.json.id } });
    for (const subject of ['chl_01JDB8N0P4X7K2M9QW5T3RZ6VA', 'per_01JDB8N0P4X7K2M9QW5T3RZ6VA', 'x', '../x'])
      await expectRefused(api, 'not_found', 'POST', '/moderation/items', {
        token: moderator.token,
        body: { ...body, subject },
      });
  });
});

describe('a decision', () => {
  it('reaches the author, who appeals; another moderator overturns it', async () => {
    const item = await itemOf(challenge);
    const path = `/moderation/items/${item}/decisions`;
    const hide = { action: 'hide', reason: 'spam', note: 'Bán hàng' };
    const decided = await post(path, moderator, hide, { 'idempotency-key': 'once' });
    expect(decided.status).toBe(201);
    expect((await post(path, moderator, hide, { 'idempotency-key': 'once' })).json).toEqual(decided.json);
    const { json } = await get('/me/decisions?limit=1', author);
    expect(json.items).toEqual([decided.json]);
    const { id } = decided.json;
    const appealed = await post(`/decisions/${id}/appeal`, author, { text: 'Tôi không bán gì cả' });
    expect(appealed).toMatchObject({ status: 201, json: { id, appeal: { outcome: null } } });
    const { json: appeals } = await get('/moderation/queue?kind=appeal', moderator);
    const [waiting] = appeals.items.filter((one: { subject: { id: string } }) => one.subject.id === challenge);
    const overturn = { action: 'overturn', reason: 'other', note: 'Không phải quảng cáo' };
    const given = { token: moderator.token, body: overturn };
    await expectRefused(api, 'same_moderator', 'POST', `/moderation/items/${waiting.id}/decisions`, given);
    const second = await api.signInAs({ roles: ['administrator'] });
    expect((await post(`/moderation/items/${waiting.id}/decisions`, second, overturn)).status).toBe(201);
    expect((await api.call('GET', `/challenges/${challenge}`)).json.status).toBe('open');
  });

  it.each<[string, object, ErrorCode, string?]>([
    ['an action that there is not', { action: 'ban' }, 'invalid_input', '/action'],
    ['no reason', { action: 'hide', reason: undefined }, 'invalid_input', '/reason'],
    ['nothing told to the author', { action: 'hide', note: '' }, 'invalid_input', '/note'],
    ['no end', { action: 'suspend' }, 'invalid_input', '/until'],
    ['an end for good', { action: 'suspend', until: '9999-01-01T00:00:00Z' }, 'invalid_input', '/until'],
    ['an end gone by', { action: 'limit', until: '2020-01-01T00:00:00Z' }, 'invalid_input', '/until'],
    ['no passage', { action: 'redact' }, 'passage_missing'],
    ['a passage that is not there', { action: 'redact', passages: ['không có'] }, 'passage_missing'],
    ['a version that is not the one', { action: 'hide', version: 99 }, 'version_conflict'],
    ['a programme that there is not', { action: 'retag', programme: 'P10' }, 'invalid_input', '/programme'],
    ['what is for appeals', { action: 'uphold' }, 'action_not_possible'],
    ['what is not hidden', { action: 'restore' }, 'action_not_possible'],
    ['what does not wait', { action: 'return' }, 'action_not_possible'],
    ['more than there is to say', { action: 'hide', by: 'per_01JDB8N0P4X7K2M9QW5T3RZ6VA' }, 'invalid_input', '/by'],
  ])('with %s is refused', async (_, over, code, path) => {
    const item = await itemOf(challenge);
    const body = { reason: 'spam', note: 'Bán hàng', ...over };
    const given = { token: moderator.token, body };
    const { json } = await expectRefused(api, code, 'POST', `/moderation/items/${item}/decisions`, given);
    if (path) expect(json.errors[0].path).toBe(path);
  });

  it('about an item that there is not is refused, and so is a claim of it', async () => {
    const path = '/moderation/items/itm_01JDB8N0P4X7K2M9QW5T3RZ6VA';
    const given = { token: moderator.token, body: { action: 'approve', reason: 'other' } };
    await expectRefused(api, 'item_not_found', 'POST', `${path}/decisions`, given);
    await expectRefused(api, 'item_not_found', 'POST', `${path}/claim`, { token: moderator.token, body: {} });
    await expectRefused(api, 'item_not_found', 'DELETE', `${path}/claim`, moderator);
    await expectRefused(api, 'item_not_found', 'GET', path, moderator);
  });

  it('hides what 500 replies answer: they stay, and are counted as before', { timeout: 120_000 }, async () => {
    const first = (await post(`/challenges/${challenge}/comments`, author, { body: 'Lời đầu tiên' })).json.id;
    const people = await Promise.all(Array.from({ length: 10 }, () => api.signInAs()));
    const reply = (one: SignedIn) =>
      post(`/challenges/${challenge}/comments`, one, { body: 'Đúng vậy', parentId: first });
    for (let round = 0; round < 50; round++) await Promise.all(people.map(reply));
    await stream.settle();
    expect((await api.call('GET', `/challenges/${challenge}`)).json.comments).toBe(501);
    const hide = { action: 'hide', reason: 'abuse', note: 'Xúc phạm' };
    expect((await post(`/moderation/items/${await itemOf(first)}/decisions`, moderator, hide)).status).toBe(201);
    await stream.settle();
    expect((await api.call('GET', `/challenges/${challenge}`)).json.comments).toBe(500);
    const { json } = await api.call('GET', `/challenges/${challenge}/comments?limit=100`);
    expect(json.items[0]).toMatchObject({ id: first, status: 'hidden', hiddenFor: 'abuse', body: '', author: null });
    expect(json.items.slice(1).every((one: { status: string }) => one.status === 'visible')).toBe(true);
    expect(json.nextCursor).not.toBeNull();
  });
});

describe('a first post', () => {
  it('waits in the queue where the switch says so, once, and is published or sent back', async () => {
    const operator = makeCtx(api.table, { kind: 'system', name: 'test' });
    await setFlag(operator, 'review', true);
    const newcomer = await api.signInAs();
    const { json } = await post('/challenges', newcomer, makeNewChallenge());
    expect(json.status).toBe('pending');
    const waiting = async () => {
      const { json: queue } = await get('/moderation/queue?kind=first-post&limit=100', moderator);
      return queue.items.filter((one: { subject: { id: string } }) => one.subject.id === json.id);
    };
    const records = await stream.take();
    expect(await runConsumer('first-posts', records)).toEqual([]);
    expect(await runConsumer('first-posts', records)).toEqual([]);
    const [item, ...more] = await waiting();
    expect([item.kind, item.author.level, more]).toEqual(['first-post', 'new', []]);
    const back = { action: 'return', reason: 'off-topic', note: 'Hãy nêu rõ phường nào' };
    expect((await post(`/moderation/items/${item.id}/decisions`, moderator, back)).json).toMatchObject({
      foundBy: 'rule',
    });
    expect(await runConsumer('first-posts', records)).toEqual([]);
    expect(await waiting()).toEqual([]);
    const { version } = (await get(`/challenges/${json.id}`, newcomer)).json;
    const again = { token: newcomer.token, body: { version, draft: false } };
    expect((await api.call('PATCH', `/challenges/${json.id}`, again)).json.status).toBe('pending');
    await stream.settle();
    const [second] = await waiting();
    const approve = { action: 'approve', reason: 'other' };
    expect((await post(`/moderation/items/${second.id}/decisions`, moderator, approve)).status).toBe(201);
    expect((await api.call('GET', `/challenges/${json.id}`)).json.status).toBe('open');
    await setFlag(operator, 'review', false);
  });
});
