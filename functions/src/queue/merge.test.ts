/** A merge and its undoing over HTTP: what the stream and the queue make of them, and what is refused. */
import { makeNewChallenge, makeNewSolution } from '@hanoi/core/testing/challenge';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectRefused } from '../http/testing-refusal.ts';
import { handler as recount } from '../jobs/recount.ts';
import { type SignedIn, useApi } from '../testing/api.ts';
import { sendOk } from '../testing/kind-case.ts';
import { useStream } from '../testing/stream.ts';

const api = useApi();
const { settle } = useStream(api.table);
let author: SignedIn;
let reader: SignedIn;
let moderator: SignedIn;
let from: string;
let into: string;

const send = (method: string, path: string, { token }: SignedIn, body?: object) =>
  api.call(method, path, { token, body });
const read = async (path: string, by?: SignedIn) => (await api.call('GET', path, by && { token: by.token })).json;
const raise = (by: SignedIn, title: string) =>
  sendOk(api, 'POST', '/challenges', by.token, makeNewChallenge({ title }));
const itemOf = (subject: string, by = moderator) =>
  sendOk(api, 'POST', '/moderation/items', by.token, { subject, reason: 'duplicate' });
const decide = async (subject: string, body: object, by = moderator) =>
  send('POST', `/moderation/items/${await itemOf(subject, by)}/decisions`, by, {
    reason: 'duplicate',
    note: 'Cùng một ngã tư',
    ...body,
  });

beforeAll(async () => {
  [author, reader, moderator] = await Promise.all([
    api.signInAs(),
    api.signInAs(),
    api.signInAs({ roles: ['moderator'] }),
  ]);
});
beforeEach(async () => {
  from = await raise(author, 'Ngập ở ngã tư Thái Hà sau mưa');
  into = await raise(reader, 'Ngã tư Thái Hà ngập sâu khi mưa');
});

describe('a merge', () => {
  it('takes solutions along, asks supporters, leaves lists, reaches the author; undone, all is as before', async () => {
    const solution = await sendOk(api, 'POST', `/challenges/${from}/solutions`, author.token, makeNewSolution());
    await send('POST', `/solutions/${solution}/submit`, author);
    await send('PUT', `/challenges/${from}/support`, reader);
    await settle();
    const preview = await read(`/moderation/items/${await itemOf(from)}/merge?into=${into}`, moderator);
    expect(preview).toMatchObject({
      from: { id: from, support: 1, author: { id: author.id } },
      into: { id: into, support: 0, author: { id: reader.id }, status: 'open' },
      both: { count: 0, isAtLeast: false },
      solutions: 1,
      refusal: null,
    });
    const decided = await decide(from, { action: 'merge', into });
    expect(decided).toMatchObject({ status: 201, json: { action: 'merge', rule: '7', into: { id: into } } });
    await settle();
    expect(await read(`/solutions/${solution}`)).toMatchObject({ challengeId: into });
    expect((await read(`/challenges/${into}/solutions`)).items).toHaveLength(1);
    expect((await read(`/challenges/${from}/solutions`)).items).toEqual([]);
    expect(await read(`/challenges/${into}`)).toMatchObject({ solutions: 1, mergedFrom: [{ id: from }] });
    expect(await read(`/challenges/${from}`)).toMatchObject({ solutions: 0, mergedInto: into, leadsTo: { id: into } });
    const listed = async () =>
      ((await read('/challenges?limit=100')).items as { id: string }[]).some(({ id }) => id === from);
    expect(await listed()).toBe(false);
    expect((await read('/me/decisions?limit=1', author)).items).toEqual([decided.json]);
    const [asked] = (await read('/me/merges', reader)).items;
    expect(asked).toMatchObject({ subject: { id: from }, into: { id: into }, state: 'asked' });
    const moved = await send('PUT', `/challenges/${from}/support/moved`, reader, { move: true });
    expect(moved.json).toEqual({ ...asked, state: 'moved' });
    await settle();
    expect(await read(`/challenges/${into}`)).toMatchObject({ support: 1 });

    await decide(from, { action: 'unmerge', reason: 'other' });
    await settle();
    expect(await read(`/challenges/${from}`)).toMatchObject({ status: 'open', support: 1, solutions: 1 });
    expect(await read(`/challenges/${into}`)).toMatchObject({ support: 0, solutions: 0 });
    expect((await read(`/challenges/${from}/solutions`)).items).toHaveLength(1);
    expect((await read(`/challenges/${into}/solutions`)).items).toEqual([]);
    expect(await listed()).toBe(true);
    expect(await recount({ all: true })).toMatchObject({ differences: 0 });
  });

  it('is appealed by its author, and overturned by another moderator', async () => {
    const { json } = await decide(from, { action: 'merge', into });
    await send('POST', `/decisions/${json.id}/appeal`, author, { text: 'Đây là ngã tư khác, cách đó một cây số' });
    const { items } = await read('/moderation/queue?kind=appeal', moderator);
    const item = items.find((one: { subject: { id: string } }) => one.subject.id === from).id;
    const other = await api.signInAs({ roles: ['moderator'] });
    const overturn = { action: 'overturn', reason: 'other', note: 'Đúng là hai nơi' };
    expect((await send('POST', `/moderation/items/${item}/decisions`, other, overturn)).status).toBe(201);
    expect((await read(`/challenges/${from}`)).status).toBe('open');
  });

  it('is refused without a target, into one’s own, outside of one’s scope, and of what was launched', async () => {
    const path = `/moderation/items/${await itemOf(from)}/decisions`;
    const body = { action: 'merge', reason: 'duplicate', note: 'Cùng một ngã tư' };
    for (const wrong of [undefined, '', 'x', from, '../x', 'cmt_01JDB8N0P4X7K2M9QW5T3RZ6VA']) {
      const given = { token: moderator.token, body: { ...body, into: wrong } };
      const { json } = await expectRefused(api, 'invalid_input', 'POST', path, given);
      expect(json.errors[0].path).toBe('/into');
    }
    const own = await raise(moderator, 'Ngã tư Thái Hà lại ngập');
    const given = { token: moderator.token, body: { ...body, into: own } };
    await expectRefused(api, 'own_content', 'POST', path, given);
    expect(await read(`${path.replace('decisions', 'merge')}?into=${own}`, moderator)).toMatchObject({
      refusal: 'own_content',
    });
    const scoped = await api.signInAs({ roles: ['moderator'], scope: { programmes: ['P5'] } });
    const elsewhere = await sendOk(
      api,
      'POST',
      '/challenges',
      reader.token,
      makeNewChallenge({ programme: 'P2', ward: '00070' }),
    );
    await expectRefused(api, 'outside_scope', 'POST', path, {
      token: scoped.token,
      body: { ...body, into: elsewhere },
    });
    const officer = await api.signInAs({
      memberships: [
        { id: 'org_01JDB8N0P4X7K2M9QW5T3RZ6VA' as never, name: 'Sở Xây dựng', kind: 'agency', role: 'owner' },
      ],
    });
    const call = makeNewChallenge({ kind: 'launched', organisation: 'org_01JDB8N0P4X7K2M9QW5T3RZ6VA' });
    const launched = await sendOk(api, 'POST', '/challenges', officer.token, call);
    expect((await decide(launched, { action: 'merge', into })).json.code).toBe('action_not_possible');
    expect((await decide(from, { action: 'merge', into: launched })).status).toBe(201);
  });

  it('can be reported no more, but its comments can', async () => {
    const comment = await sendOk(api, 'POST', `/challenges/${from}/comments`, author.token, { body: 'Nhà tôi ngập' });
    await decide(from, { action: 'merge', into });
    const given = { token: reader.token, body: { reason: 'spam' } };
    const { json } = await expectRefused(api, 'content_merged', 'POST', `/challenges/${from}/reports`, given);
    expect(json.mergedInto).toBe(into);
    expect((await send('POST', `/comments/${comment}/reports`, reader, { reason: 'spam' })).status).toBe(201);
  });

  it.each([[{}], [{ move: 'yes' }], [{ move: true, to: 'x' }], [[]]])('is not answered with %j', async (body) => {
    const given = { token: reader.token, body };
    await expectRefused(api, 'invalid_input', 'PUT', `/challenges/${from}/support/moved`, given);
  });
});
