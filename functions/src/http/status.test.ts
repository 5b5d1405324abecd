/**
 * Subjects of every kind in every status of their flow, and every kind of person at every route about them. The
 * statuses are placed in the table, as most are reached by later features only.
 */
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Endpoint } from '@hanoi/core/api/endpoint';
import { nameOf } from '@hanoi/core/api/for-kinds';
import { allEndpoints, contracts } from '@hanoi/core/contracts';
import { bodyKey, cardKey } from '@hanoi/core/db/keys';
import { type ErrorCode, errorCatalogue } from '@hanoi/core/shared/errors';
import { newId, type SubjectId } from '@hanoi/core/shared/ids';
import {
  type Act,
  answerKindsOf,
  type SubjectKind,
  specOf,
  statusesOf,
  statusSpec,
  subjectKinds,
} from '@hanoi/core/subject/kinds';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Given, useApi } from '../testing/api.ts';
import { bodyFor, kindCases } from '../testing/kinds.ts';
import { actAs, type Cast, makeCast, type Who, whos } from './testing-cast.ts';

/** The routes every kind has: what comes of them follows from who sees a status, and whether people take part in it. */
function sharedRules(kind: SubjectKind): string {
  const lines = statusesOf(kind).flatMap((status) => {
    const { seen, live } = statusSpec(kind, status);
    const missing = `${kind}_not_found`;
    /** The outcomes of the four columns, where everybody who sees it meets `outcome`. */
    const shown = (nobody: string, outcome: string) => [
      nobody,
      seen === 'everyone' ? outcome : missing,
      outcome,
      seen === 'makers' ? missing : outcome,
    ];
    const read = shown(seen === 'everyone' ? 'ok' : missing, 'ok');
    const act = (refusal: string) => shown('not_signed_in', live ? 'ok' : refusal);
    const isMerged = status === 'merged';
    const reported = isMerged ? 'content_merged' : 'ok';
    const others = seen === 'everyone' ? reported : missing;
    const report = ['not_signed_in', others, 'own_content', seen === 'makers' ? missing : reported];
    const acts: Record<Act, [string, string[]][]> = {
      comment: [
        ['list*Comments', read],
        // Answered for any id, so that an answer without comments says nothing about the subject.
        ['list*WaitingComments', ['not_signed_in', 'ok', 'ok', 'ok']],
        ['commentOn*', act('comments_closed')],
        // What can be commented can be reported, also when it is over, but for what leads elsewhere.
        ['report*', report],
      ],
      support: [
        ['support*', act('voting_closed')],
        ['unsupport*', act('voting_closed')],
        // Nobody here has supported it: whose support moves, merge.test.ts tells.
        ['move*Support', shown('not_signed_in', isMerged ? 'nothing_to_move' : 'not_merged')],
      ],
      follow: [
        ['follow*', shown('not_signed_in', 'ok')],
        ['unfollow*', shown('not_signed_in', 'ok')],
      ],
    };
    const routes: [string, string[]][] = [['*Timeline', read], ...specOf(kind).acts.flatMap((name) => acts[name])];
    // One's own vote and follow are answered whatever the subject is, so that the answer says nothing about it.
    if (specOf(kind).acts.some((name) => name !== 'comment'))
      routes.push(['*Viewer', ['not_signed_in', 'ok', 'ok', 'ok']]);
    const common = routes.map(([pattern, outcomes]) => [nameOf(pattern, kind), status, ...outcomes]);
    const answering = answerRoutesOf(kind).map(({ name, method, closed }) => [
      name,
      status,
      ...(method === 'GET' ? read : act(closed)),
    ]);
    return [...common, ...answering].map((line) => line.join(' '));
  });
  return lines.join('\n');
}

/** The routes of kinds that answer this one: lists of answers, and drafting one. */
function answerRoutesOf(kind: SubjectKind) {
  return answerKindsOf(kind).flatMap((answer) =>
    Object.entries<Endpoint>(contracts[answer])
      .filter(([, { path }]) => path.startsWith(`/${specOf(kind).path}/{id}`))
      .map(([name, { method }]) => ({ name, method, closed: kindCases[answer].parentClosed ?? 'none' })),
  );
}

const groups: Record<Who, number> = {
  nobody: 0,
  citizen: 1,
  expert: 1,
  member: 1,
  officer: 1,
  author: 2,
  colleague: 2,
  moderator: 3,
  administrator: 3,
};

const api = useApi();
let cast: Cast;
/** One of each kind as stored; every case works on a copy of its own. */
const patterns: Record<SubjectKind, { card: object; body: object }> = {} as never;

beforeAll(async () => {
  cast = await makeCast(api);
  const { organisation, author } = cast;
  for (const kind of subjectKinds) {
    const id = (await kindCases[kind].draft(api, author.token, organisation)) as SubjectId;
    patterns[kind] = { card: await stored(cardKey(id)), body: await stored(bodyKey(id)) };
  }
});

describe.each(subjectKinds)('%s', (kind) => {
  const statuses = statusesOf(kind);
  const below = `/${specOf(kind).path}/{id}`;
  const endpoints = allEndpoints().filter(({ endpoint }) => endpoint.path.startsWith(below));
  const table = parseRules(`${kindCases[kind].rules}\n${sharedRules(kind)}`, statuses);

  it('every route about it has its lines', () => {
    expect(Object.keys(table).sort()).toEqual(endpoints.map(({ name }) => name).sort());
  });

  const cases = endpoints.flatMap(({ name, endpoint }) => statuses.map((status) => ({ name, endpoint, status })));
  it.each(cases)('$name when $status', async ({ name, endpoint, status }) => {
    const outcomes = table[name]?.[status] ?? [];
    const isLetIn = (who: Who) => outcomes[groups[who]] === 'ok';
    const expected: Record<string, unknown> = {};
    const actual: Record<string, unknown> = {};
    const send = async (who: Who, id: string) => {
      const outcome = outcomes[groups[who]]!;
      expected[who] = isLetIn(who) ? endpoint.status : `${errorCatalogue[outcome as ErrorCode]} ${outcome}`;
      const given: Given = { ...actAs(cast, who), body: bodyFor(name, 1) };
      const { status, json } = await api.call(endpoint.method, endpoint.path.replace('{id}', id), given);
      actual[who] = json?.code ? `${status} ${json.code}` : status;
    };
    const shared = await place(kind, status);
    const before = await stored(cardKey(shared));
    await Promise.all(whos.filter((who) => !isLetIn(who)).map((who) => send(who, shared)));
    const after = await stored(cardKey(shared));
    const changesIt = name in kindCases[kind].routes && endpoint.method !== 'GET' && !endpoint.writesNothing;
    const letIn = whos.filter(isLetIn);
    await Promise.all(letIn.map(async (who) => send(who, changesIt ? await place(kind, status) : shared)));
    expect(actual).toEqual(expected);
    expect(after, 'somebody was refused, yet it changed').toEqual(before);
  });
});

/** What a withdrawn draft said was never public, and withdrawing does not make it so. */
it('a draft that was withdrawn stays unseen', async () => {
  const { token } = cast.author;
  const id = await place('solution', 'draft');
  expect((await api.call('POST', `/solutions/${id}/withdraw`, { token })).json.status).toBe('withdrawn');
  for (const who of ['nobody', 'citizen', 'moderator'] as const) {
    expect((await api.call('GET', `/solutions/${id}`, actAs(cast, who))).status, who).toBe(404);
  }
  expect((await api.call('GET', `/solutions/${id}`, { token })).status).toBe(200);
});

/** For each route and status, the outcomes of the four columns. */
function parseRules(text: string, statuses: readonly string[]): Record<string, Record<string, string[]>> {
  const table: Record<string, Record<string, string[]>> = {};
  for (const line of text.split('\n').filter((line) => line.trim())) {
    const [name, ...words] = line.trim().split(/\s+/) as [string, ...string[]];
    if (words[0] === 'like') {
      const first = table[words[1]!]!;
      table[name] = first;
      continue;
    }
    table[name] ??= {};
    const outcomes = words.slice(-4);
    for (const status of words.slice(0, -4)) {
      const meant = status === 'rest' ? statuses.filter((other) => !table[name]![other]) : [status];
      for (const one of meant) table[name][one] = outcomes;
    }
  }
  return table;
}

/** Puts a copy in `status` into the table. What was never public has no time of publication. */
async function place(kind: SubjectKind, status: string): Promise<SubjectId> {
  const id = newId(kind, { now: () => new Date() });
  const publishedAt = status === 'draft' || status === 'pending' ? null : new Date().toISOString();
  const { card, body } = patterns[kind];
  const put = (Item: object) => api.table.client.send(new PutCommand({ TableName: api.table.tableName, Item }));
  await Promise.all([
    put({
      ...card,
      ...cardKey(id),
      id,
      gsi1sk: id,
      status,
      publishedAt,
      version: 1,
      ...(status === 'merged' && merged),
    }),
    put({ ...body, ...bodyKey(id) }),
  ]);
  return id;
}

/** Into something that there is not: where it leads makes no difference here. */
const merged = {
  mergedInto: 'chl_01JDB8N0P4X7K2M9QW5T3RZ6VA',
  merged: { reason: 'duplicate', at: '2026-11-01T00:00:00.000Z', decision: 'dec_01JDB8N0P4X7K2M9QW5T3RZ6VA' },
};

async function stored(Key: { pk: string; sk: string }): Promise<Record<string, unknown>> {
  const { Item } = await api.table.client.send(
    new GetCommand({ TableName: api.table.tableName, Key, ConsistentRead: true }),
  );
  return Item!;
}
