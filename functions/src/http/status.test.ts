/**
 * Subjects of every kind in every status of their flow, and every kind of person at every route about them. The
 * statuses are placed in the table, as most are reached by later features only.
 */
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { nameOf } from '@hanoi/core/api/for-kinds';
import { allEndpoints } from '@hanoi/core/contracts';
import { bodyKey, cardKey } from '@hanoi/core/db/keys';
import { type ErrorCode, errorCatalogue } from '@hanoi/core/shared/errors';
import { type ChallengeId, newId, type SolutionId, type SubjectId } from '@hanoi/core/shared/ids';
import { type Act, type SubjectKind, specOf, statusesOf, statusSpec, subjectKinds } from '@hanoi/core/subject/kinds';
import { makeNewChallenge, makeNewSolution } from '@hanoi/core/testing/challenge';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Given, useApi } from '../testing/api.ts';
import { actAs, type Cast, makeCast, type Who, whos } from './testing-cast.ts';

/**
 * What happens. Columns: nobody (not signed in) · others (citizen, expert, plain member of the organisation, officer of
 * an agency) · makers (the author, an editor of the same organisation) · moderators (moderator, administrator).
 * `ok` is the status of the contract; everything else a code. `rest` stands for all statuses without a line.
 */
const ownRules: Record<SubjectKind, string> = {
  challenge: `
  getChallenge           draft                                  challenge_not_found challenge_not_found ok                     challenge_not_found
  getChallenge           pending hidden                         challenge_not_found challenge_not_found ok                     ok
  getChallenge           rest                                   ok                  ok                  ok                     ok
  editChallenge          draft                                  not_signed_in       challenge_not_found ok                     challenge_not_found
  editChallenge          open                                   not_signed_in       not_allowed         ok                     not_allowed
  editChallenge          pending hidden                         not_signed_in       challenge_not_found challenge_closed       not_allowed
  editChallenge          rest                                   not_signed_in       not_allowed         challenge_closed       not_allowed
  closeChallenge         draft                                  not_signed_in       challenge_not_found challenge_not_closable challenge_not_found
  closeChallenge         open evaluating decided implementing   not_signed_in       not_allowed         ok                     ok
  closeChallenge         pending                                not_signed_in       challenge_not_found challenge_not_closable challenge_not_closable
  closeChallenge         hidden                                 not_signed_in       challenge_not_found challenge_not_closable ok
  closeChallenge         rest                                   not_signed_in       not_allowed         challenge_not_closable challenge_not_closable
  listSolutions          like getChallenge
  draftSolution          draft                                  not_signed_in       challenge_not_found challenge_not_open     challenge_not_found
  draftSolution          pending hidden                         not_signed_in       challenge_not_found challenge_not_open     challenge_not_open
  draftSolution          open                                   not_signed_in       ok                  ok                     ok
  draftSolution          rest                                   not_signed_in       challenge_not_open  challenge_not_open     challenge_not_open
`,
  solution: `
  getSolution            draft                                  solution_not_found  solution_not_found  ok                        solution_not_found
  getSolution            hidden                                 solution_not_found  solution_not_found  ok                        ok
  getSolution            rest                                   ok                  ok                  ok                        ok
  editSolution           draft                                  not_signed_in       solution_not_found  ok                        solution_not_found
  editSolution           submitted                              not_signed_in       not_allowed         ok                        not_allowed
  editSolution           hidden                                 not_signed_in       solution_not_found  solution_not_editable     not_allowed
  editSolution           rest                                   not_signed_in       not_allowed         solution_not_editable     not_allowed
  submitSolution         draft                                  not_signed_in       solution_not_found  ok                        solution_not_found
  submitSolution         hidden                                 not_signed_in       solution_not_found  solution_not_draft        not_allowed
  submitSolution         rest                                   not_signed_in       not_allowed         solution_not_draft        not_allowed
  withdrawSolution       draft                                  not_signed_in       solution_not_found  ok                        solution_not_found
  withdrawSolution       submitted shortlisted                  not_signed_in       not_allowed         ok                        not_allowed
  withdrawSolution       hidden                                 not_signed_in       solution_not_found  solution_not_withdrawable not_allowed
  withdrawSolution       rest                                   not_signed_in       not_allowed         solution_not_withdrawable not_allowed
`,
};

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
    const acts: Record<Act, [string, string[]][]> = {
      comment: [
        ['list*Comments', read],
        ['commentOn*', act('comments_closed')],
      ],
      support: [
        ['support*', act('voting_closed')],
        ['unsupport*', act('voting_closed')],
      ],
      follow: [
        ['follow*', shown('not_signed_in', 'ok')],
        ['unfollow*', shown('not_signed_in', 'ok')],
      ],
    };
    const routes: [string, string[]][] = [['*Timeline', read], ...specOf(kind).acts.flatMap((name) => acts[name])];
    // One's own vote and follow are told whatever the subject is, so that nothing about it is.
    if (specOf(kind).acts.some((name) => name !== 'comment'))
      routes.push(['*Viewer', ['not_signed_in', 'ok', 'ok', 'ok']]);
    return routes.map(([pattern, outcomes]) => [nameOf(pattern, kind), status, ...outcomes].join(' '));
  });
  return lines.join('\n');
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

const bodies: Record<string, object> = {
  editChallenge: { version: 1, title: 'Một tiêu đề khác hẳn' },
  closeChallenge: { reason: 'Đã có lời giải' },
  draftSolution: makeNewSolution(),
  commentOnChallenge: { body: 'Đúng vậy' },
  editSolution: { version: 1, title: 'Một tiêu đề khác hẳn' },
  commentOnSolution: { body: 'Đúng vậy' },
};

const api = useApi();
let cast: Cast;
/** A challenge and a solution as stored; every case works on a copy of its own. */
const patterns: Record<SubjectKind, { card: object; body: object }> = {} as never;

beforeAll(async () => {
  cast = await makeCast(api);
  const { organisation, author } = cast;
  const post = async (path: string, body: object) =>
    (await api.call('POST', path, { token: author.token, body })).json.id;
  const challenge: ChallengeId = await post('/challenges', makeNewChallenge({ organisation }));
  const solution: SolutionId = await post(`/challenges/${challenge}/solutions`, makeNewSolution({ organisation }));
  patterns.challenge = { card: await stored(cardKey(challenge)), body: await stored(bodyKey(challenge)) };
  patterns.solution = { card: await stored(cardKey(solution)), body: await stored(bodyKey(solution)) };
});

describe.each(subjectKinds)('%s', (kind) => {
  const statuses = statusesOf(kind);
  const below = `/${specOf(kind).path}/{id}`;
  const endpoints = allEndpoints().filter(({ endpoint }) => endpoint.path.startsWith(below));
  const table = parseRules(`${ownRules[kind]}\n${sharedRules(kind)}`, statuses);

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
      const given: Given = { ...actAs(cast, who), body: bodies[name] };
      const { status, json } = await api.call(endpoint.method, endpoint.path.replace('{id}', id), given);
      actual[who] = json?.code ? `${status} ${json.code}` : status;
    };
    const shared = await place(kind, status);
    const before = await stored(cardKey(shared));
    await Promise.all(whos.filter((who) => !isLetIn(who)).map((who) => send(who, shared)));
    const after = await stored(cardKey(shared));
    const changesIt = /^(edit|close|submit|withdraw)/.test(name);
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
    put({ ...card, ...cardKey(id), id, gsi1sk: id, status, publishedAt, version: 1 }),
    put({ ...body, ...bodyKey(id) }),
  ]);
  return id;
}

async function stored(Key: { pk: string; sk: string }): Promise<Record<string, unknown>> {
  const { Item } = await api.table.client.send(
    new GetCommand({ TableName: api.table.tableName, Key, ConsistentRead: true }),
  );
  return Item!;
}
