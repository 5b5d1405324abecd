/** Drafts may be unfinished and thrown away; what becomes public is complete. */
import { makeNewChallenge, makeNewSolution } from '@hanoi/core/testing/challenge';
import { beforeAll, describe, expect, it } from 'vitest';
import { type SignedIn, useApi } from '../testing/api.ts';
import { expectProblem } from './testing-refusal.ts';

const api = useApi();
let author: SignedIn;
let challenge: string;
beforeAll(async () => {
  author = await api.signInAs();
  challenge = (await send('POST', '/challenges', makeNewChallenge())).json.id;
});
const send = (method: string, target: string, body?: object) => api.call(method, target, { token: author.token, body });
const paths = (json: { errors: { path: string }[] }) => json.errors.map(({ path }) => path);

describe('a draft', () => {
  it.each([
    ['/challenges', { title: 'Ngập' }],
    ['/challenges', { body: 'Ghi lại kẻo quên' }],
    ['/challenges/CHALLENGE/solutions', { summary: 'Bể trữ nước' }],
  ])('at %s may hold no more than %j', async (path, said) => {
    const body = { ...said, ...(path === '/challenges' && { draft: true }) };
    const { status, json } = await send('POST', path.replace('CHALLENGE', challenge), body);
    expect(status).toBe(201);
    expect(json).toMatchObject({ status: 'draft', title: '', summary: '', body: '', ...said });
  });

  it('says something at least', async () => {
    for (const [path, body] of [
      ['/challenges', { draft: true, tags: ['mưa'] }],
      [`/challenges/${challenge}/solutions`, {}],
    ] as const) {
      const answer = await send('POST', path, body);
      expectProblem(answer, 'invalid_input');
      expect(paths(answer.json)).toEqual(['/title']);
    }
  });

  it('is no longer than what is public may be', async () => {
    const answer = await send('POST', '/challenges', { draft: true, title: 'x'.repeat(121) });
    expect(paths(answer.json)).toEqual(['/title']);
  });
});

describe('what becomes public is complete', () => {
  it('a challenge: each field that lacks something is named, and the draft stays', async () => {
    const { json } = await send('POST', '/challenges', { draft: true, title: 'Ngõ ngập sau mỗi trận mưa' });
    const refused = await send('PATCH', `/challenges/${json.id}`, { version: 1, draft: false });
    expectProblem(refused, 'invalid_input');
    expect(paths(refused.json)).toEqual(['/summary', '/body', '/programme']);
    const { summary, body, programme } = makeNewChallenge();
    const opened = await send('PATCH', `/challenges/${json.id}`, {
      version: 1,
      summary,
      body,
      programme,
      draft: false,
    });
    expect(opened.json).toMatchObject({ status: 'open', title: 'Ngõ ngập sau mỗi trận mưa' });
  });

  it('a solution: it is submitted only when it is', async () => {
    const { json } = await send('POST', `/challenges/${challenge}/solutions`, { title: 'Bể trữ nước mưa' });
    const refused = await send('POST', `/solutions/${json.id}/submit`);
    expectProblem(refused, 'invalid_input');
    expect(paths(refused.json)).toEqual(['/summary', '/body']);
    const { summary, body } = makeNewSolution();
    await send('PATCH', `/solutions/${json.id}`, { version: 1, summary, body });
    expect((await send('POST', `/solutions/${json.id}/submit`)).json.status).toBe('submitted');
  });

  it('and stays so: nothing public is emptied by an edit', async () => {
    for (const change of [{ title: '' }, { body: 'ngắn' }, { programme: null }]) {
      const answer = await send('PATCH', `/challenges/${challenge}`, { version: 1, ...change });
      expectProblem(answer, 'invalid_input');
      expect(paths(answer.json)).toEqual([`/${Object.keys(change)[0]}`]);
    }
  });

  it('a title given with the opening is the one the timeline tells', async () => {
    const { json } = await send('POST', '/challenges', { ...makeNewChallenge(), draft: true });
    const title = 'Một tiêu đề vừa nghĩ ra';
    await send('PATCH', `/challenges/${json.id}`, { version: 1, title, draft: false });
    const timeline = await send('GET', `/challenges/${json.id}/timeline`);
    expect(timeline.json.items[0]).toMatchObject({ type: 'challenge_raised', data: { title } });
  });
});

describe('a draft thrown away', () => {
  it('leaves nothing behind', async () => {
    const id = (await send('POST', '/challenges', { draft: true, title: 'Thử xem sao' })).json.id as string;
    const answer = await send('POST', `/challenges/${challenge}/solutions`, { title: 'Thử xem sao' });
    for (const path of [`/challenges/${id}`, `/solutions/${answer.json.id}`]) {
      expect((await send('DELETE', path)).status).toBe(204);
      expect((await send('GET', path)).status).toBe(404);
      expect((await send('DELETE', path)).status, 'twice').toBe(404);
    }
    const ids = [id, answer.json.id];
    const left = (await api.everything()).filter(({ pk }) => ids.includes(String(pk)));
    expect(left).toEqual([]);
    const mine = await send('GET', '/me/challenges');
    expect(mine.json.items.map((item: { id: string }) => item.id)).not.toContain(id);
  });

  it('is none once it is public', async () => {
    expectProblem(await send('DELETE', `/challenges/${challenge}`), 'challenge_not_draft');
  });
});
