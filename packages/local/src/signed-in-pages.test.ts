/** The page of a subject for somebody signed in: from the cache what everybody sees, at once what is one's own. */
import { join } from 'node:path';
import { documentClient, useDb } from '@hanoi/core/db/client';
import { cardKey } from '@hanoi/core/db/keys';
import type { SubjectId } from '@hanoi/core/shared/ids';
import { type SubjectKind, specOf, subjectKinds } from '@hanoi/core/subject/kinds';
import { makeNewChallenge, makeNewSolution } from '@hanoi/core/testing/challenge';
import { createClient } from '@hanoi/engine/client';
import { silentLog } from '@hanoi/engine/log';
import { loadLambda, pickLambda } from '@hanoi/functions/lambdas';
import { type SignedIn, useApi } from '@hanoi/functions/testing/api';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApiHandler } from './gateway/api.ts';
import { createGateway, type Gateway, type NodeHandler } from './gateway/gateway.ts';
import { loadWeb } from './web-handler.ts';

/** Its calls don't go through the gateway, so they leave its cache as it is: like those of another instance on AWS. */
const api = useApi();
const client = createClient(api.table.endpoint);
let gateway: Gateway;
let origin: string;
let web: NodeHandler;
let author: SignedIn;
const live: Record<SubjectKind, SubjectId> = {} as never;
const drafts: Record<SubjectKind, SubjectId> = {} as never;

type Read = { Keys: Record<string, unknown>[]; ConsistentRead?: boolean };
/** What was read by key: `<pk> <sk>`, with `!` when strongly. */
let reads: string[] = [];

beforeAll(async () => {
  client.middlewareStack.add(
    (next) => (args) => {
      const { Key, ConsistentRead, RequestItems } = args.input as Record<string, unknown>;
      const asked = Key ? [{ Keys: [Key], ConsistentRead }] : Object.values(RequestItems ?? {});
      for (const { Keys, ConsistentRead: isStrong } of asked as Read[])
        reads.push(
          ...(Keys ?? []).map(
            (key) =>
              `${Object.values(key.pk as object)[0]} ${Object.values(key.sk as object)[0]}${isStrong ? '!' : ''}`,
          ),
        );
      return next(args);
    },
    { step: 'serialize', priority: 'low' },
  );
  useDb({ client: documentClient(client), table: api.table.tableName });
  gateway = createGateway({
    pickHandler: async (method, path) => (await loadLambda(pickLambda(method, path))) as unknown as ApiHandler,
    web: (request, response) => web(request, response),
    media: async (_, response) => void response.end(),
    log: silentLog,
  });
  origin = `http://localhost:${await gateway.listen(0, '127.0.0.1')}`;
  web = await loadWeb(join(import.meta.dirname, '../../..'), origin, gateway.fetchApi);
  author = await api.signInAs();
  const make = async (path: string, body: object) =>
    (await api.call('POST', path, { token: author.token, body })).json.id;
  live.challenge = await make('/challenges', makeNewChallenge());
  drafts.challenge = await make('/challenges', makeNewChallenge({ draft: true }));
  const solutions = `/challenges/${live.challenge}/solutions`;
  live.solution = await make(solutions, makeNewSolution());
  await api.call('POST', `/solutions/${live.solution}/submit`, { token: author.token });
  drafts.solution = await make(solutions, makeNewSolution());
});
afterAll(async () => {
  await gateway.close();
  client.destroy();
});
beforeEach(() => {
  gateway.clear();
  // However slow the machine is, what is kept does not grow old within a test.
  vi.spyOn(performance, 'now').mockReturnValue(performance.now());
});
afterEach(() => vi.restoreAllMocks());

describe.each(subjectKinds)('of a %s', (kind) => {
  const below = (id: SubjectId) => `/${specOf(kind).path}/${id}`;
  const open = async (id: SubjectId, who?: SignedIn) => {
    reads = [];
    const answer = await fetch(origin + below(id), { headers: who ? { cookie: `session=${who.token}` } : {} });
    return { status: answer.status, text: await answer.text(), reads };
  };
  const cardOf = (id: SubjectId) => `${cardKey(id).pk} ${cardKey(id).sk}`;

  it('reads the card as everybody does, and not again while that is kept', async () => {
    const reader = await api.signInAs();
    const first = await open(live[kind], reader);
    expect(first.reads).toContain(cardOf(live[kind]));
    expect(first.reads).not.toContain(`${cardOf(live[kind])}!`);
    const other = await open(live[kind], await api.signInAs());
    expect(other.status).toBe(200);
    expect(other.reads.filter((read) => read.startsWith(live[kind]))).toEqual([]);
    expect(other.reads).toContainEqual(expect.stringMatching(`^VOTE#${live[kind]}#.*!$`));
  });

  it('shows one’s own vote and follow while the rest is kept', async () => {
    const reader = await api.signInAs();
    expect((await open(live[kind], reader)).text).not.toContain('Đã ủng hộ');
    for (const act of ['support', 'follow'])
      await api.call('PUT', `${below(live[kind])}/${act}`, { token: reader.token });
    const { text, reads: later } = await open(live[kind], reader);
    expect(later.filter((read) => read.startsWith(live[kind]))).toEqual([]);
    expect(text).toContain('Đã ủng hộ');
    expect(text).toContain('?/unfollow');
    expect((await open(live[kind])).text).not.toContain('Đã ủng hộ');
  });

  it('shows its makers their own edit while everybody else may still see what it was', async () => {
    const reader = await api.signInAs();
    const before = (await open(live[kind], reader)).text;
    const { version, title } = (await api.call('GET', below(live[kind]))).json;
    const body = { version, title: `Tiêu đề vừa sửa, lần ${version}` };
    expect((await api.call('PATCH', below(live[kind]), { token: author.token, body })).status).toBe(200);
    expect(before).toContain(title);
    const shown = await open(live[kind], author);
    expect(shown.reads).toContain(`${cardOf(live[kind])}!`);
    expect(shown.text).toContain(body.title);
    expect(shown.text).toContain(`${below(live[kind])}/edit`);
    const stranger = (await open(live[kind], reader)).text;
    expect(stranger).toContain(title);
    expect(stranger).not.toContain(`${below(live[kind])}/edit`);
  });

  it('shows a draft to its maker, and to nobody else', async () => {
    expect(await open(drafts[kind], author)).toMatchObject({ status: 200, text: expect.stringContaining('/edit') });
    expect((await open(drafts[kind], await api.signInAs())).status).toBe(404);
    expect((await open(drafts[kind])).status).toBe(404);
  });

  it('is read as nobody’s when the session has ended', async () => {
    const { token } = await api.signInAs();
    const { status, text } = await open(live[kind], { ...author, token: `${token.slice(0, -4)}AAAA` });
    expect(status).toBe(200);
    expect(text).not.toContain('Đã ủng hộ');
  });
});
