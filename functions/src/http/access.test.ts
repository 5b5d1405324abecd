/**
 * Every route of the contracts, called by every kind of person: let in or refused as the contract's `access` says, and
 * as the line of the route below says beyond that. A new endpoint without a line fails the types and the first test.
 */

import type { Endpoint } from '@hanoi/core/api/endpoint';
import { allEndpoints, type Contracts, type Feature } from '@hanoi/core/contracts';
import { fileLetter } from '@hanoi/core/dead-letter/service';
import { defaultSettings } from '@hanoi/core/rule/default-list';
import { type ErrorCode, errorCatalogue } from '@hanoi/core/shared/errors';
import { parentField, type SubjectKind, specOf, subjectKinds } from '@hanoi/core/subject/kinds';
import { makeNewChallenge, makeNewSolution } from '@hanoi/core/testing/challenge';
import { makeNewProgramme } from '@hanoi/core/testing/programme';
import { beforeEach, describe, expect, it } from 'vitest';
import { systemContext } from '../system-context.ts';
import { type Given, useApi } from '../testing/api.ts';
import { sendOk } from '../testing/kind-case.ts';
import { bodyFor, isReport, isSupportMove, kindCases, kindOfPath, ownRoutes } from '../testing/kinds.ts';
import { actAs, type Cast, makeCast, type Who, whos } from './testing-cast.ts';

const api = useApi();

type EndpointName = { [F in Feature]: keyof Contracts[F] }[Feature];
/** The id the route is called with and its version, and what else the author made, as addresses. */
type World = { on: string; version: number; made: readonly string[]; with?: Record<string, string> };
type Line = {
  /** A request that is right in every way but perhaps who sends it. */
  request?: (version: number) => Given | Promise<Given>;
  /** What its address must ask for; with names in braces, as in a path. */
  query?: string;
  /** What the route is called on, made by `author` in the name of the organisation. */
  on?:
    | SubjectKind
    | 'picture'
    | 'comment'
    | 'item'
    | 'decision'
    | 'person'
    | 'request'
    | 'organisation'
    | 'membership'
    | 'letter';
  /** Further parameters of its address. */
  with?: Record<string, string>;
  isForDrafts?: true;
  isOver?: true;
  /** It is for what was merged, by those who supported it. */
  isMerged?: true;
  /** Who may, of those signed in; everybody when left out. */
  only?: readonly Who[];
  /** How all others are refused; `not_allowed` when left out. */
  refusal?: ErrorCode;
  /** What everybody who gets in is answered, as the tests have no identity provider. */
  answer?: ErrorCode;
};

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
/** Those who did not make what is reported or decided about. */
const others = whos.filter((who) => !['nobody', 'author', 'colleague'].includes(who));
const moderators = ['moderator', 'administrator'] as const;
const administrators = ['administrator'] as const;
const why = { body: { reason: 'Đang kiểm tra lại' } };
const newTag = () => crypto.randomUUID().slice(0, 8);
const newAddress = () => `${crypto.randomUUID()}@example.vn`;

/** Routes that are not about a subject of some kind. */
const lines: Partial<Record<EndpointName, Line>> = {
  // A comment is its writer's own, even when it was made in an organisation's name.
  editComment: { on: 'comment', request: () => ({ body: { body: 'Tôi viết lại' } }), only: ['author'] },
  deleteComment: { on: 'comment', only: ['author', 'moderator', 'administrator'] },
  reportComment: { on: 'comment', request: () => ({ body: { reason: 'spam' } }), only: others, refusal: 'own_content' },
  listMyReports: {},

  getQueue: { only: moderators },
  getItem: { on: 'item', only: moderators },
  openItem: {
    async request() {
      const { token } = cast.citizen;
      const { json } = await api.call('POST', '/challenges', { token, body: makeNewChallenge() });
      return { body: { subject: json.id, reason: 'spam' } };
    },
    only: moderators,
  },
  recordOrder: {
    async request() {
      const { token } = cast.citizen;
      const { json } = await api.call('POST', '/challenges', { token, body: makeNewChallenge() });
      const order = { number: '12/CV', issuer: 'Sở Văn hóa và Thể thao', demands: 'Gỡ bài viết này' };
      const receivedAt = new Date().toISOString();
      return { body: { subject: json.id, ...order, receivedAt, term: 'cybersecurity-2025' } };
    },
    only: moderators,
  },
  claimItem: { on: 'item', request: () => ({ body: {} }), only: moderators },
  releaseItem: { on: 'item', only: moderators },
  decide: {
    on: 'item',
    request: () => ({ body: { action: 'approve', reason: 'other' } }),
    only: moderators,
  },
  previewMerge: { on: 'item', query: '?into=chl_01JDB8N0P4X7K2M9QW5T3RZ6VA', only: moderators },
  listMyMerges: {},
  listMyDecisions: {},
  // Whom a decision is about is its author, even where it was made in an organisation's name.
  getDecision: { on: 'decision', only: ['author', ...moderators], refusal: 'decision_not_found' },
  appeal: {
    on: 'decision',
    request: () => ({ body: { text: 'Tôi không đồng ý' } }),
    only: ['author'],
    refusal: 'decision_not_found',
  },

  requestCode: { request: () => ({ body: { email: newAddress() } }) },
  openSession: {
    async request() {
      const email = newAddress();
      await api.call('POST', '/auth/codes', { body: { email } });
      return { body: { email, code: api.mails.at(-1)!.subject.slice(0, 6) } };
    },
  },
  closeSession: {},
  carryForm: { request: () => ({ body: { form: '{}' } }) },
  getCarriedForm: { query: `?key=${'k'.repeat(43)}`, answer: 'not_found' },
  startOidc: { answer: 'oidc_unavailable' },
  finishOidc: { answer: 'oidc_expired' },

  getMe: {},
  editMe: { request: () => ({ body: { name: 'Tên mới' } }) },
  listMyComments: {},
  listMySupport: {},
  listMyFollows: {},
  listMySessions: {},
  endSession: { on: 'challenge' },
  endOtherSessions: {},

  // Of a challenge that is hidden: for those who see it all the same.
  getPicture: {
    on: 'picture',
    query: '?of={of}',
    only: ['author', 'colleague', ...moderators],
    refusal: 'upload_not_found',
  },
  uploadImage: { request: () => ({ raw: onePixel, headers: { 'content-type': 'image/png' } }) },
  listProgrammes: {},
  createProgramme: {
    request: () => ({ body: makeNewProgramme() }),
    only: administrators,
  },
  changeProgramme: {
    with: { code: 'P3' },
    request: () => ({ body: { order: 3, reason: 'Xếp lại cho dễ tìm' } }),
    only: administrators,
  },
  retireProgramme: {
    with: { code: 'P3' },
    request: () => ({ body: { reason: 'Kế hoạch đã hết hạn' } }),
    only: administrators,
  },
  restoreProgramme: {
    with: { code: 'P3' },
    request: () => ({ body: { reason: 'Kế hoạch được gia hạn' } }),
    only: administrators,
  },
  getProgrammeChanges: { only: administrators },
  listWards: {},
  getFigures: {},
  listTransparency: {},
  getTransparency: { answer: 'not_found' },
  exportTransparency: { answer: 'not_found' },
  search: {},
  suggest: {},
  previewMasking: { request: () => ({ body: { body: 'Gọi 0912345678' } }) },
  findAlikeChallenges: { request: () => ({ body: { title: 'Ngập ở ngã tư' } }) },
  getFlags: {},
  getFlagChanges: { only: administrators },
  setFlag: {
    request: () => ({ body: { name: 'banner', value: null, reason: 'Đã xong việc bảo trì' } }),
    only: administrators,
  },

  listTags: { only: administrators },
  getTagChanges: { only: administrators },
  renameTag: {
    request: () => ({ body: { from: `cũ ${newTag()}`, into: `mới ${newTag()}`, reason: 'Viết cho thống nhất' } }),
    only: administrators,
  },
  listDayFigures: { only: administrators },
  listDeadLetters: { only: administrators },
  getDeadLetter: { on: 'letter', only: administrators },
  retryDeadLetter: { on: 'letter', only: administrators },
  discardDeadLetter: { on: 'letter', request: () => why, only: administrators },
  listJobs: { only: administrators },
  runJob: { with: { name: 'figures' }, only: administrators },
  listAudit: { only: administrators },
  exportAudit: { only: administrators },
  findPeople: { query: '?role=administrator', only: administrators },
  getPerson: { on: 'person', only: administrators },
  giveRole: {
    on: 'person',
    request: () => ({ body: { role: 'moderator', wards: ['00070'], reason: 'Phụ trách phường' } }),
    only: administrators,
  },
  listDecisionsAbout: { on: 'person', only: administrators },
  decideAboutPerson: {
    on: 'person',
    request: () => ({ body: { action: 'warn', reason: 'spam', note: 'Mở nhiều tài khoản để quảng cáo' } }),
    only: administrators,
  },
  removeRole: {
    on: 'person',
    request: () => ({ body: { reason: 'Chuyển công tác' } }),
    with: { role: 'moderator' },
    only: administrators,
  },
  confirmAdministrator: { on: 'request', only: administrators },
  listRoleRequests: { only: administrators },
  signOutPerson: { on: 'person', only: administrators },
  foundOrganisation: {
    request: () => ({
      body: { slug: crypto.randomUUID(), kind: 'agency', name: 'Sở Y tế', reason: 'Công văn 12' },
    }),
    only: administrators,
  },
  getOrganisation: { on: 'organisation', only: administrators },
  findOrganisations: { only: administrators },
  readOrganisation: { on: 'organisation' },
  verifyOrganisation: {
    on: 'organisation',
    request: () => ({ body: { seen: 'Quyết định thành lập', where: 'Bản gốc tại Sở Nội vụ' } }),
    only: administrators,
  },
  withdrawVerification: { on: 'organisation', request: () => why, only: administrators },
  suspendOrganisation: { on: 'organisation', request: () => why, only: administrators },
  liftOrganisation: { on: 'organisation', request: () => why, only: administrators },
  changeMemberRole: {
    on: 'membership',
    request: () => ({ body: { role: 'owner', reason: 'Đổi phân công' } }),
    only: administrators,
  },
  removeMember: { on: 'membership', request: () => why, only: administrators },
  addMember: {
    on: 'organisation',
    request: () => ({ body: { email: newAddress(), role: 'editor', reason: 'Cán bộ phụ trách' } }),
    only: administrators,
  },
  listRules: { only: administrators },
  getRules: { with: { version: '0' }, only: administrators },
  saveRules: {
    request: () => ({ body: { base: 0, text: '[abuse]\nngu', settings: defaultSettings, reason: 'Thêm từ' } }),
    only: administrators,
  },
  activateRules: { request: () => ({ body: { version: 1 } }), only: administrators },
  previewRules: { with: { version: '0' }, only: administrators },
  getHealth: {},
  getOpenApi: {},
};

/** The line of a route about subjects: what every kind has follows from the kind, what is its own from its case. */
function lineOfKind(name: string, path: string): Line | undefined {
  const on = kindOfPath(path);
  const body = (version: number) => ({ body: bodyFor(name, version) });
  if (on && isReport(name)) return { on, request: body, only: others, refusal: 'own_content' };
  if (on && isSupportMove(name)) return { on, request: body, isMerged: true };
  if (on || name in ownRoutes) return { on, ...ownRoutes[name], request: body };
  return subjectKinds.some((kind) => path === `/me/${specOf(kind).path}`) ? {} : undefined;
}

const endpoints = allEndpoints().map(({ name, endpoint }) => ({
  name: name as EndpointName,
  endpoint,
  line: lineOfKind(name, endpoint.path) ?? lines[name as EndpointName]!,
}));

let cast: Cast;
// Signed in again for each test: some sign out, and nobody writes more in an hour than they may.
beforeEach(async () => {
  cast = await makeCast(api);
});

it('every endpoint of the contracts has a line, and every line an endpoint', () => {
  const others = endpoints.filter(({ name, endpoint }) => !lineOfKind(name, endpoint.path));
  expect(Object.keys(lines).sort()).toEqual(others.map(({ name }) => name).sort());
});

describe.each(endpoints)('$name', ({ endpoint, line }) => {
  it('lets in whom it should, refuses all others and changes nothing for them', async () => {
    const refusals = await makeWorld(line);
    const before = await authorsThings(refusals);
    const expected: Record<string, unknown> = {};
    const actual: Record<string, unknown> = {};
    for (const who of whos) {
      expected[who] = expectedOf(endpoint, line, who);
      if (isLetIn(endpoint, line, who)) continue;
      actual[who] = await outcomeOf(refusals, endpoint, line, actAs(cast, who));
    }
    const forged = cast.author.token.replace(/.{4}$/, 'AAAA');
    expected.forged = refused('session_invalid');
    actual.forged = await outcomeOf(refusals, endpoint, line, { token: forged });
    expect(await authorsThings(refusals)).toEqual(before);
    for (const who of whos.filter((candidate) => isLetIn(endpoint, line, candidate))) {
      // What only some may do, they can often do only once.
      const world = line.only ? await makeWorld(line) : refusals;
      actual[who] = await outcomeOf(world, endpoint, line, actAs(cast, who));
    }
    expect(actual).toEqual(expected);
  });

  // What only reads does no harm, from wherever it is asked.
  if (endpoint.method === 'GET') return;
  it('refuses a cookie sent from another site, and takes it from its own', async () => {
    const world = await makeWorld(line);
    const before = await authorsThings(world);
    const [who] = line.only?.includes('author') === false ? line.only : (['author'] as const);
    const cookies = [`__Host-session=${cast[who as Exclude<Who, 'nobody'>].token}`];
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      // The same host, but not the same site.
      { origin: 'http://localhost' },
      { origin: 'https://localhost:8443' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of foreign) {
      expect(await outcomeOf(world, endpoint, line, { cookies, headers })).toEqual(refused('origin_refused'));
    }
    expect(await authorsThings(world)).toEqual(before);
    const own = await outcomeOf(world, endpoint, line, { cookies, headers: { origin: 'https://localhost' } });
    expect(own).toEqual({ status: endpoint.status });
  });
});

describe('a challenge may be put', () => {
  const insiders = ['author', 'colleague'] as const;
  const signedIn = whos.filter((who) => who !== 'nobody');
  // In whose name, of which kind and programme: who may, and how all others are refused.
  it.each<[string, () => object, readonly Who[], ErrorCode]>([
    ['by anyone, in their own name', () => ({}), signedIn, 'not_allowed'],
    [
      'by editors, in the name of their institute',
      () => ({ organisation: cast.organisation }),
      insiders,
      'not_organisation_member',
    ],
    [
      'by officers, in the name of their agency',
      () => ({ organisation: cast.agency }),
      ['officer'],
      'not_organisation_member',
    ],
    [
      'as a call by officers',
      () => ({ organisation: cast.agency, kind: 'launched' }),
      ['officer'],
      'not_organisation_member',
    ],
    ['as a call by nobody in their own name', () => ({ kind: 'launched' }), [], 'not_allowed'],
    [
      'in a restricted programme by officers',
      () => ({ organisation: cast.agency, programme: 'P6' }),
      ['officer'],
      'not_organisation_member',
    ],
    ['in a restricted programme by nobody in their own name', () => ({ programme: 'P6' }), [], 'programme_restricted'],
  ])('%s', async (_, over, only, otherwise) => {
    for (const who of whos) {
      const { status, json } = await api.call('POST', '/challenges', {
        ...actAs(cast, who),
        body: makeNewChallenge(over()),
      });
      const expected = only.includes(who) ? { status: 201 } : refused(who === 'nobody' ? 'not_signed_in' : otherwise);
      expect({ status, ...(json.code && { code: json.code }) }, who).toEqual(expected);
    }
  });

  it('as a call or in a restricted programme not even by an institute', async () => {
    for (const over of [{ kind: 'launched' }, { programme: 'P6' }] as const) {
      const body = makeNewChallenge({ organisation: cast.organisation, ...over });
      const { json } = await api.call('POST', '/challenges', { ...actAs(cast, 'author'), body });
      expect(json.code).toBe('kind' in over ? 'not_allowed' : 'programme_restricted');
    }
  });
});

function isLetIn(endpoint: Endpoint, line: Line, who: Who): boolean {
  return who === 'nobody' ? endpoint.access === 'anyone' : (line.only ?? whos).includes(who);
}

function expectedOf(endpoint: Endpoint, line: Line, who: Who) {
  if (isLetIn(endpoint, line, who)) return line.answer ? refused(line.answer) : { status: endpoint.status };
  if (who === 'nobody') return refused('not_signed_in');
  // A draft is not even there for those who may not see it.
  return refused(line.isForDrafts ? (`${line.on as SubjectKind}_not_found` as const) : (line.refusal ?? 'not_allowed'));
}

function refused(code: ErrorCode) {
  return { status: errorCatalogue[code], code };
}

async function outcomeOf(world: World, endpoint: Endpoint, line: Line, caller: Given) {
  const given = (await line.request?.(world.version)) ?? {};
  const request = { ...given, ...caller, headers: { ...given.headers, ...caller.headers } };
  const params = Object.entries({ id: world.on, month: '2026-01', ...line.with, ...world.with });
  const address = endpoint.path + (line.query ?? '');
  const path = params.reduce((named, [name, value]) => named.replace(`{${name}}`, value), address);
  const { status, json } = await api.call(endpoint.method, path, request);
  // What was answered may have a code of its own: a programme has.
  return status >= 400 && json?.code ? { status, code: json.code } : { status };
}

function filedLetter(): Promise<string> {
  const system = { ...systemContext('test'), db: { client: api.table.client, table: api.table.tableName } };
  const given = {
    source: 'jobs',
    messageId: crypto.randomUUID(),
    failedAt: new Date(),
    body: '{"job":"figures"}',
  } as const;
  return fileLetter(system, given);
}

async function makeWorld({ on, isForDrafts, isOver, isMerged }: Line): Promise<World> {
  const { organisation, author } = cast;
  const { token } = author;
  if (!on) return { on: '', version: 0, made: [] };
  if (on === 'person') return { on: (await api.signInAs()).id, version: 1, made: [] };
  if (on === 'request') return { on: await askedForAdministrator(), version: 1, made: [] };
  if (on === 'letter') return { on: await filedLetter(), version: 1, made: [] };
  if (on === 'organisation') return { on: await foundedOrganisation(), version: 1, made: [] };
  if (on === 'membership') return membership();
  if (on === 'picture') return hiddenPicture();
  const kind = on in kindCases ? (on as SubjectKind) : 'challenge';
  const { path } = specOf(kind);
  const id = await kindCases[kind].draft(api, token, organisation);
  if (!isForDrafts) await kindCases[kind].publish(api, token, id);
  if (isOver) await kindCases[kind].end(api, token, id);
  if (isMerged) await supportAndMerge(kind, id);
  const { json } = await api.call('GET', `/${path}/${id}`, { token });
  const { parent } = specOf(kind);
  const answered = parent ? [`/${specOf(parent).path}/${json[parentField(kind)!]}`] : [];
  const made = [`/${path}/${id}`, ...answered].flatMap((address) => [address, `${address}/timeline`]);
  if (on in kindCases) return { on: id, version: json.version, made };
  if (on !== 'comment') {
    const opened = { token: cast.administrator.token, body: { subject: id, reason: 'spam' } };
    const item = (await api.call('POST', '/moderation/items', opened)).json.id;
    if (on === 'item') return { on: item, version: 1, made };
    const warned = { ...opened, body: { action: 'warn', reason: 'spam', note: 'Quảng cáo' } };
    return { on: (await api.call('POST', `/moderation/items/${item}/decisions`, warned)).json.id, version: 1, made };
  }
  const comment = { body: 'Lời đầu tiên', organisation };
  return {
    on: (await api.call('POST', `/${path}/${id}/comments`, { token, body: comment })).json.id,
    version: 1,
    made,
  };
}

/** Everybody supports a subject, which then is merged into one of somebody else. */
async function supportAndMerge(kind: SubjectKind, id: string): Promise<void> {
  const address = `/${specOf(kind).path}/${id}`;
  for (const who of whos) if (who !== 'nobody') await api.call('PUT', `${address}/support`, { token: cast[who].token });
  const { token } = cast.citizen;
  const { challengeId } = (await api.call('GET', address)).json;
  const into: string = challengeId
    ? await sendOk(api, 'POST', `/challenges/${challengeId}/solutions`, token, makeNewSolution())
    : await kindCases[kind].draft(api, token, null);
  await kindCases[kind].publish(api, token, into);
  const by = cast.administrator.token;
  const item = await sendOk(api, 'POST', '/moderation/items', by, { subject: id, reason: 'duplicate' });
  const merge = { action: 'merge', reason: 'duplicate', note: 'Cùng một ngã tư', into };
  await sendOk(api, 'POST', `/moderation/items/${item}/decisions`, by, merge);
}

/** Somebody who shall become administrator, as another administrator than that of the cast has asked. */
async function askedForAdministrator(): Promise<string> {
  const { id } = await api.signInAs();
  const { token } = await api.signInAs({ roles: ['administrator'] });
  const body = { role: 'administrator', reason: 'Thay người nghỉ hưu' };
  await api.call('POST', `/admin/people/${id}/roles`, { token, body });
  return id;
}

async function foundedOrganisation(): Promise<string> {
  const body = { slug: crypto.randomUUID(), kind: 'agency', name: 'Sở Y tế', reason: 'Công văn 12' };
  return (await api.call('POST', '/admin/organisations', { token: cast.administrator.token, body })).json.id;
}

/** A picture of a challenge that moderators hid. */
async function hiddenPicture(): Promise<World> {
  const { token } = cast.author;
  const sent = { token, raw: onePixel, headers: { 'content-type': 'image/png' } };
  const { id } = (await api.call('POST', '/uploads', sent)).json;
  const body = makeNewChallenge({ images: [{ id, alt: '' }], organisation: cast.organisation });
  const of = await sendOk(api, 'POST', '/challenges', token, body);
  const by = cast.administrator.token;
  const item = await sendOk(api, 'POST', '/moderation/items', by, { subject: of, reason: 'spam' });
  const hide = { action: 'hide', reason: 'spam', note: 'Quảng cáo' };
  await sendOk(api, 'POST', `/moderation/items/${item}/decisions`, by, hide);
  return { on: id, version: 1, made: [`/challenges/${of}`], with: { of } };
}

/** An organisation with somebody who is in it. */
async function membership(): Promise<World> {
  const id = await foundedOrganisation();
  const body = { email: newAddress(), role: 'editor', reason: 'Cán bộ phụ trách' };
  const given = { token: cast.administrator.token, body };
  const { members } = (await api.call('POST', `/admin/organisations/${id}/members`, given)).json;
  return { on: id, version: 1, made: [], with: { person: members[0].id } };
}

/** All that the author has, whole: what no refused request may change. */
async function authorsThings({ made }: World) {
  const { token } = cast.author;
  const lists = [...subjectKinds.map((kind) => specOf(kind).path), 'comments', 'support'];
  const paths = ['/me', ...lists.map((list) => `/me/${list}?limit=5`), ...made];
  return Promise.all(paths.map(async (path) => (await api.call('GET', path, { token })).json));
}
