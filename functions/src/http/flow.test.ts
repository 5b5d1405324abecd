/** The flow over HTTP, through the very Lambda handlers: sign in, raise, answer, support, comment, and what is refused. */

import { makeNewChallenge, makeNewSolution } from '@hanoi/core/testing/challenge';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Given, useApi } from '../testing/api.ts';

const { call, signIn } = useApi();

describe('the flow', () => {
  let token: string;
  let other: string;
  beforeAll(async () => {
    token = (await signIn('tac-gia@example.vn')).token;
    other = (await signIn('chuyen-gia@example.vn')).token;
  });

  it('goes from a challenge to a solution, support and a comment', async () => {
    const { draft, ...input } = makeNewChallenge();
    const challenge = await call('POST', '/challenges', { token, body: input });
    expect(challenge.status).toBe(201);
    expect(challenge.json).toMatchObject({ status: 'open', kind: 'raised', support: 0, version: 1, ward: '00331' });
    const id = challenge.json.id;
    const solution = await call('POST', `/challenges/${id}/solutions`, { token: other, body: makeNewSolution() });
    expect(solution.json).toMatchObject({ status: 'draft', challengeId: id });
    expect((await call('GET', `/solutions/${solution.json.id}`)).status).toBe(404);
    expect((await call('POST', `/solutions/${solution.json.id}/submit`, { token: other })).json.status).toBe(
      'submitted',
    );
    expect((await call('PUT', `/solutions/${solution.json.id}/support`, { token })).json).toEqual({
      supported: true,
      support: 1,
    });
    expect((await call('PUT', `/solutions/${solution.json.id}/support`, { token })).json).toEqual({
      supported: true,
      support: 1,
    });
    const comment = await call('POST', `/challenges/${id}/comments`, {
      token: other,
      body: { body: 'Đúng vậy **lắm** <script>', stance: 'for' },
    });
    expect(comment.json.bodyHtml).toBe('<p>Đúng vậy <strong>lắm</strong> &lt;script&gt;</p>\n');
    const reply = await call('POST', `/challenges/${id}/comments`, {
      token,
      body: { body: 'Cảm ơn bạn', stance: 'neutral', parentId: comment.json.id },
    });
    const thread = await call('GET', `/challenges/${id}/comments`);
    expect(thread.json.items.map((item: { id: string }) => item.id)).toEqual([comment.json.id, reply.json.id]);
    const timeline = await call('GET', `/challenges/${id}/timeline`);
    expect(timeline.json.items.map((item: { type: string }) => item.type)).toEqual([
      'solution_submitted',
      'challenge_raised',
    ]);
  });

  it('refuses a stale version and says which is current', async () => {
    const { json } = await call('POST', '/challenges', { token, body: { ...makeNewChallenge(), draft: true } });
    const first = await call('PATCH', `/challenges/${json.id}`, {
      token,
      body: { version: 1, title: 'Một tiêu đề khác hẳn' },
    });
    expect(first.json).toMatchObject({ version: 2, title: 'Một tiêu đề khác hẳn' });
    const stale = await call('PATCH', `/challenges/${json.id}`, {
      token,
      body: { version: 1, title: 'Một tiêu đề thứ ba' },
    });
    expect(stale.json).toMatchObject({ status: 409, code: 'version_conflict', currentVersion: 2 });
    expect((await call('GET', `/challenges/${json.id}`, { token: other })).status).toBe(404);
  });

  it('writes nothing when an edit changes nothing: no version, no event', async () => {
    const fields = { ...makeNewChallenge(), draft: undefined, kind: undefined, organisation: undefined };
    const challenge = (await call('POST', '/challenges', { token, body: makeNewChallenge() })).json;
    const draft = await call('POST', `/challenges/${challenge.id}/solutions`, { token, body: makeNewSolution() });
    const { organisation, ...words } = makeNewSolution();
    for (const [path, same] of [
      [`/challenges/${challenge.id}`, fields],
      [`/challenges/${challenge.id}`, {}],
      [`/solutions/${draft.json.id}`, words],
    ] as const) {
      const { status, json } = await call('PATCH', path, { token, body: { version: 1, ...same } });
      const before = await call('GET', path, { token });
      expect({ status, version: json.version, updatedAt: json.updatedAt }, path).toEqual({
        status: 200,
        version: 1,
        updatedAt: before.json.createdAt,
      });
    }
    const { json } = await call('GET', `/challenges/${challenge.id}/timeline`);
    expect(json.items.map((item: { type: string }) => item.type)).toEqual(['challenge_raised']);
  });

  it('makes one challenge of a repeated Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'một-lần' };
    const both = await Promise.all(
      [1, 2].map(() => call('POST', '/challenges', { token, headers, body: makeNewChallenge() })),
    );
    expect(both[0]!.json.id).toBe(both[1]!.json.id);
  });

  it.each([
    ['GET', '/challenges?limit=0', {}, 400, 'invalid_input'],
    ['GET', '/challenges?cursor=abc', {}, 400, 'invalid_cursor'],
    ['GET', '/challenges?nonsense=1', {}, 400, 'invalid_input'],
    ['GET', '/challenges/../../etc', {}, 404, 'route_not_found'],
    ['GET', '/challenges/chl_nope', {}, 404, 'not_found'],
    ['PUT', '/challenges', {}, 405, 'method_not_allowed'],
    ['POST', '/challenges', { body: {} }, 401, 'not_signed_in'],
    ['POST', '/auth/codes', { raw: '{' }, 400, 'invalid_json'],
    ['POST', '/auth/codes', { raw: 'x', headers: { 'content-type': 'text/plain' } }, 415, 'unsupported_media_type'],
    ['POST', '/auth/sessions', { body: { email: 'ai@example.vn', code: '000000' } }, 401, 'code_expired'],
    ['GET', '/me', { token: 'forged' }, 401, 'session_invalid'],
  ] as const)('%s %s %j → %i %s', async (method, path, given, status, code) => {
    const answer = await call(method, path, given as Given);
    expect(answer.json).toMatchObject({ status, code, errors: expect.any(Array) });
    expect(answer.headers['content-type']).toBe('application/problem+json');
  });
});
