/** Every kind of subject, from its draft to what others do with it: seen, counted and listed wherever it should be, and on its timeline. */
import { type Act, parentField, parentTitleField, specOf, subjectKinds } from '@hanoi/core/subject/kinds';
import { beforeAll, describe, expect, it } from 'vitest';
import { handler as runFigures } from '../jobs/figures.ts';
import { type SignedIn, useApi } from '../testing/api.ts';
import { kindCases } from '../testing/kinds.ts';
import { useStream } from '../testing/stream.ts';

const api = useApi();
const { settle } = useStream(api.table);
type Listed = { id: string }[];
const read = async (path: string, by?: SignedIn) => {
  const { status, text, json } = await api.call('GET', path, by && { token: by.token });
  if (status !== 200) throw new Error(`${path}: ${text}`);
  return json;
};
const idsIn = async (path: string, by?: SignedIn) => ((await read(path, by)).items as Listed).map(({ id }) => id);

describe.each(subjectKinds)('%s', (kind) => {
  const { path, parent, acts } = specOf(kind);
  // Kinds that answer others have no list of all in the table: the search index has it.
  const everywhere = parent === null ? `/${path}?sort=new` : `/search?kind=${kind}`;
  const has = (act: Act) => acts.includes(act);
  let author: SignedIn;
  let other: SignedIn;
  let id: string;
  let address: string;

  beforeAll(async () => {
    author = await api.signInAs();
    other = await api.signInAs();
    id = await kindCases[kind].draft(api, author.token, null);
    address = `/${path}/${id}`;
  });

  it('as a draft is not found by its own name, by anybody but its author, and stands in no public list', async () => {
    for (const by of [undefined, other, await api.signInAs({ roles: ['moderator'] })]) {
      const { status, json } = await api.call('GET', address, by && { token: by.token });
      expect([status, json.code]).toEqual([404, `${kind}_not_found`]);
    }
    expect(await read(address, author)).toMatchObject({ id, status: 'draft', publishedAt: null });
    await settle();
    expect(await idsIn(everywhere)).not.toContain(id);
    expect(await idsIn(`/me/${path}`, author)).toEqual([id]);
    expect(await idsIn(`/me/${path}`, other)).toEqual([]);
  });

  it('made public, is read by everybody, and its timeline says who made it', async () => {
    await kindCases[kind].publish(api, author.token, id);
    await settle();
    expect((await read(address)).publishedAt).not.toBeNull();
    expect(await idsIn(everywhere)).toContain(id);
    await runFigures();
    expect((await read('/figures'))[path]).toBe((await idsIn(`${everywhere}&limit=100`)).length);
    const { items } = await read(`${address}/timeline`);
    expect(items).toMatchObject([{ actor: { id: author.id }, data: { title: expect.any(String) } }]);
    expect(items[0].type).toMatch(new RegExp(`^${kind}_`));
  });

  it('is supported, followed and commented, counted at once and in its lists, and found among one’s own things', async () => {
    const send = (method: string, route: string, body?: object) =>
      api.call(method, `${address}${route}`, { token: other.token, body });
    if (has('support')) expect((await send('PUT', '/support')).json).toMatchObject({ support: 1 });
    if (has('follow')) expect((await send('PUT', '/follow')).json).toMatchObject({ following: true });
    if (has('comment')) expect((await send('POST', '/comments', { body: 'Đúng vậy' })).status).toBe(201);
    await settle();
    const counted = { support: Number(has('support')), comments: Number(has('comment')) };
    expect(await read(address)).toMatchObject(counted);
    expect((await read(everywhere)).items).toContainEqual(expect.objectContaining({ id, ...counted }));
    expect(await idsIn('/me/support', other)).toEqual(has('support') ? [id] : []);
    expect(await idsIn('/me/follows', other)).toEqual(has('follow') ? [id] : []);
    expect((await read('/me/comments', other)).items).toMatchObject(
      has('comment') ? [{ subjectId: id, subjectTitle: (await read(address)).title }] : [],
    );
    if (has('support')) expect((await send('DELETE', '/support')).json).toMatchObject({ support: 0 });
  });

  it.runIf(parent)(
    'counts for what it answers, is listed below it, stands on its timeline, and follows it',
    async () => {
      const parentId = (await read(address))[parentField(kind)!];
      const above = `/${specOf(parent!).path}/${parentId}`;
      expect((await read(above))[path]).toBe(1);
      expect(await idsIn(`${above}/${path}`)).toEqual([id]);
      const events = (await read(`${above}/timeline`)).items as { data: Record<string, string> }[];
      expect(events.filter(({ data }) => data[kind] === id)).toHaveLength(1);
      const { version } = await read(above, author);
      const title = 'Một tiêu đề rõ ràng hơn';
      await api.call('PATCH', above, { token: author.token, body: { version, title } });
      await settle();
      expect(await read(address)).toMatchObject({ [parentTitleField(kind)!]: title });
      await kindCases[parent!].end(api, author.token, parentId);
      await settle();
      const late = await api.call('PUT', `${address}/support`, { token: other.token });
      if (has('support')) expect(late.json.code).toBe('voting_closed');
    },
  );

  it('ended, takes no more votes and comments, and is still read', async () => {
    const one = await kindCases[kind].draft(api, author.token, null);
    await kindCases[kind].publish(api, author.token, one);
    await kindCases[kind].end(api, author.token, one);
    const send = async (method: string, route: string, body?: object) =>
      (await api.call(method, `/${path}/${one}${route}`, { token: other.token, body })).json.code;
    if (has('support')) expect(await send('PUT', '/support')).toBe('voting_closed');
    if (has('comment')) expect(await send('POST', '/comments', { body: 'Đúng vậy' })).toBe('comments_closed');
    expect(await read(`/${path}/${one}`)).toMatchObject({ id: one });
  });
});
