/** Searches and filtered lists over HTTP: found as soon as it is public, gone as soon as it is not, and no text is an error. */

import { cardKey } from '@hanoi/core/db/keys';
import { setPart, transact } from '@hanoi/core/db/transact';
import type { ChallengeId } from '@hanoi/core/shared/ids';
import { makeNewChallenge, makeNewSolution } from '@hanoi/core/testing/challenge';
import { makeCtx } from '@hanoi/core/testing/context';
import { wardNames } from '@hanoi/core/ward/names';
import { beforeAll, describe, expect, it } from 'vitest';
import { type SignedIn, useApi } from '../testing/api.ts';

const api = useApi();
let author: SignedIn;

beforeAll(async () => {
  author = await api.signInAs();
});

const send = async (method: string, path: string, body?: object) => {
  const answer = await api.call(method, path, { token: author.token, ...(body && { body }) });
  if (answer.status >= 300) throw new Error(answer.text);
  return answer.json;
};
const raise = async (over: object): Promise<ChallengeId> =>
  (await send('POST', '/challenges', makeNewChallenge(over))).id;
const ask = async (path: string) => {
  const { status, json } = await api.call('GET', path);
  return { status, json };
};
const found = async (q: string, more = ''): Promise<string[]> =>
  (await ask(`/search?q=${encodeURIComponent(q)}${more}`)).json.items.map((item: { id: string }) => item.id);
/** As a later feature will do it: nothing hides a subject yet. */
const setStatus = async (id: ChallengeId, status: string) => {
  const { json } = await api.call('GET', `/challenges/${id}`, { token: author.token });
  const ctx = makeCtx(api.table, { kind: 'system', name: 'test' });
  const part = setPart(cardKey(id), { status, version: json.version + 1 });
  await transact(ctx, [{ ...part, changed: id }]);
};

it('a programme is suggested by its name, without marks too, and leads to its challenges', async () => {
  const { items } = (await ask('/search/suggest?q=phat+trien+giao+duc')).json;
  expect(items.at(-1)).toMatchObject({ kind: 'programme', path: null, value: 'P9' });
});

describe('a search', () => {
  it('finds a challenge with and without marks, by its body, its tag and what its ward was called', async () => {
    const id = await raise({ title: 'Hầm chui Cổ Linh đọng nước', tags: ['thoát nước'], ward: '00145', point: null });
    for (const q of ['hầm chui cổ linh', 'ham chui co linh', 'HAM CHUI', 'hầm chui long biên', 'thoát nước hầm'])
      expect(await found(q), q).toContain(id);
    const { json } = await ask('/search?q=ham+chui');
    expect(json.items[0]).toMatchObject({ kind: 'challenge', id, path: `/challenges/${id}`, origin: 'raised' });
    expect(json.items[0].titleHtml).toBe('<mark>Hầm</mark> <mark>chui</mark> Cổ Linh đọng nước');
    expect(json).toMatchObject({ total: 1, totalIsExact: true, isComplete: true, nextCursor: null });
  });

  it('finds solutions and comments, each with its challenge, and hides all of them with it', async () => {
    const id = await raise({ title: 'Bãi rác tự phát sau chợ Hà Đông' });
    const solution = await send(
      'POST',
      `/challenges/${id}/solutions`,
      makeNewSolution({ title: 'Thùng rác zuzuzu có khoá' }),
    );
    await send('POST', `/solutions/${solution.id}/submit`);
    const comment = await send('POST', `/challenges/${id}/comments`, {
      body: 'Chỗ zuzuzu ấy mùi lắm, **ai** cũng biết.',
    });
    expect((await found('zuzuzu')).toSorted()).toEqual([comment.id, solution.id].toSorted());
    const { json } = await ask('/search?q=zuzuzu&kind=comment');
    expect(json.items[0]).toMatchObject({
      kind: 'comment',
      parent: { id },
      path: `/challenges/${id}?around=${comment.id}#${comment.id}`,
    });
    expect(json.items[0].snippetHtml).toContain('<mark>zuzuzu</mark> ấy mùi lắm, ai cũng biết.');
    await setStatus(id, 'hidden');
    expect(await found('zuzuzu')).toEqual([]);
    await setStatus(id, 'open');
    expect(await found('zuzuzu')).toHaveLength(2);
    await send('DELETE', `/comments/${comment.id}`);
    expect(await found('zuzuzu')).toEqual([solution.id]);
  });

  it('finds no draft, and what was edited by its new words alone', async () => {
    const draft = await raise({ title: 'Bản nháp xyxyxy chưa ai xem', draft: true });
    expect(await found('xyxyxy')).toEqual([]);
    await send('PATCH', `/challenges/${draft}`, { version: 1, draft: false });
    expect(await found('xyxyxy')).toEqual([draft]);
    await send('PATCH', `/challenges/${draft}`, { version: 2, title: 'Bản đã đăng ababab cho mọi người' });
    expect(await found('xyxyxy')).toEqual([]);
    expect(await found('ababab')).toEqual([draft]);
  });

  it('escapes what it shows', async () => {
    await raise({ title: 'Biển <img src=x onerror=alert(1)> "lạ" hoắc' });
    const { json } = await ask('/search?q=onerror');
    expect(json.items[0].titleHtml).toContain('&lt;img src=x <mark>onerror</mark>=alert(1)&gt;');
  });

  it.each([
    ...[
      '',
      ' ',
      '"',
      '""',
      '*',
      'NEAR(',
      'a AND',
      'NOT',
      'OR OR',
      '-',
      '- -a',
      '(((',
      '^a',
      'title:a',
      '{a b}: c',
      'a + b',
    ],
    ...[
      '💧💧',
      "'; DROP TABLE doc; --",
      '%',
      '_',
      '\u202Eabc',
      'مرحبا',
      '字',
      'và của là',
      'a',
      '1',
      'đ'.repeat(2_000),
    ],
  ])('takes any text: %j', async (q) => {
    const { status } = await ask(`/search?q=${encodeURIComponent(q)}`);
    expect(status).toBe(200);
    expect((await ask(`/search/suggest?q=${encodeURIComponent(q)}`)).status).toBe(200);
    expect((await api.call('POST', '/challenges/similar', { body: { title: q, summary: q } })).status).toBe(200);
  });

  it('refuses what is no filter, and cursors of another search', async () => {
    expect((await ask('/search?q=a&status=draft')).status).toBe(400);
    expect((await ask('/search?q=a&kind=person')).status).toBe(400);
    // No reader's question: it is refused everywhere, as some programs take it for the end of a text.
    expect((await ask('/search?q=a%00b')).status).toBe(400);
    expect((await ask('/search?q=a&ward=1')).status).toBe(400);
    expect((await ask(`/search?q=${'a'.repeat(2_001)}`)).status).toBe(400);
    const wards = (count: number) =>
      Object.keys(wardNames)
        .slice(0, count)
        .map((code) => `&ward=${code}`)
        .join('');
    expect((await ask(`/search?q=a${wards(20)}`)).status).toBe(200);
    expect((await ask(`/search?q=a${wards(50)}`)).status).toBe(400);
    expect((await ask('/search?q=a&cursor=abc')).json.code).toBe('invalid_cursor');
    const { json } = await ask('/challenges?programme=P5&limit=1');
    expect((await ask(`/challenges?programme=P8&limit=1&cursor=${json.nextCursor}`)).json.code).toBe('invalid_cursor');
    expect((await ask(`/search?q=a&cursor=${json.nextCursor}`)).json.code).toBe('invalid_cursor');
  });
});

describe('a list of challenges', () => {
  it('takes all filters together, says how many there are, and pages to the end without repeats', async () => {
    const ids: string[] = [];
    for (const [index, ward] of ['00070', '00082', '00070', '00103'].entries())
      ids.push(
        await raise({ title: `Một việc ở phường thứ ${index}`, ward, point: null, programme: 'P8', tags: ['bốn nơi'] }),
      );
    const filters = 'programme=P8&ward=00070&ward=00082&status=open&kind=raised&tag=bốn+nơi&year=2026';
    for (const sort of ['new', 'top', 'trending']) {
      const seen: string[] = [];
      let cursor = '';
      do {
        const { json } = await ask(`/challenges?${filters}&sort=${sort}&limit=1${cursor && `&cursor=${cursor}`}`);
        expect(json.total).toBe(3);
        seen.push(...json.items.map((item: { id: string }) => item.id));
        cursor = json.nextCursor;
      } while (cursor);
      expect(seen, sort).toEqual([ids[2], ids[1], ids[0]]);
    }
    expect((await ask(`/challenges?${filters}&year=2025`)).status).toBe(400);
    expect((await ask(`/challenges?tag=bốn+nơi`)).json.total).toBe(4);
    expect((await ask('/challenges')).json.total).toBeGreaterThan(3);
  });
});

describe('a draft', () => {
  it('is told what may be the same, and why; and nothing where nothing is', async () => {
    const title = 'Xe máy đi ngược chiều trên cầu vượt Mai Dịch';
    const summary = 'Giờ cao điểm nhiều xe máy đi ngược chiều trên cầu vượt, rất nguy hiểm cho người đi bộ.';
    const id = await raise({ title, summary, ward: '00166', point: null });
    const draft = {
      title: 'Cầu vượt Mai Dịch: xe máy chạy ngược chiều',
      summary: 'Xe máy chạy ngược chiều giờ cao điểm.',
      ward: '00166',
    };
    const { json } = await api.call('POST', '/challenges/similar', { body: draft });
    expect(json.items[0]).toMatchObject({ id, reasons: ['words', 'place'] });
    expect(json.items[0].sharedWords.join(' ')).toMatch(/ngược chiều/i);
    const other = await api.call('POST', '/challenges/similar', {
      body: { title: 'Dạy bơi miễn phí cho học sinh lớp ba' },
    });
    expect(other.json.items).toEqual([]);
    const none = await api.call('POST', `/challenges/${id}/solutions/similar`, { body: draft });
    expect(none).toMatchObject({ status: 200, json: { items: [] } });
  });
});
