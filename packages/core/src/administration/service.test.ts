/** Administrators: four eyes for administrators, people found, signing out, organisations. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listEntries } from '../audit/repo.ts';
import { accountOfEmail } from '../identity/service.ts';
import { appeal } from '../moderation/appeal.ts';
import { decideAboutAccount } from '../moderation/at-once.ts';
import { getQueue } from '../moderation/queue.ts';
import { accountDecisionSchema } from '../moderation/schema.ts';
import { getItem } from '../moderation/service.ts';
import { decideAs } from '../moderation/testing-moderation.ts';
import { actorOf, findPerson, type StoredPerson } from '../person/repo.ts';
import { editMe, getMe, grantRole, revokeRole } from '../person/service.ts';
import { actorOfToken, openSessionFor } from '../session/token.ts';
import type { Ctx, PersonActor } from '../shared/context.ts';
import type { PersonId } from '../shared/ids.ts';
import { type Clock, makeCtx, makePerson } from '../testing/context.ts';
import { outcomesOf } from '../testing/outcomes.ts';
import { useTable } from '../testing/table.ts';
import { confirmAdministrator, findRoleRequest, giveRole, removeRole } from './four-eyes.ts';
import { newRoleSchema } from './schema.ts';
import {
  findPeopleBy,
  found,
  getDecisionsAbout,
  getOrganisation,
  getPerson,
  getRoleRequests,
  joinByEmail,
  signOutPerson,
} from './service.ts';

const table = useTable();
const clock: Clock = { now: new Date() };
const someone = async (over: Partial<StoredPerson> = {}) => makeCtx(table, await makePerson(table, over), clock);
const idOf = (ctx: Ctx) => (ctx.actor as PersonActor).id;
const reason = 'Thay người nghỉ hưu';
const day = 24 * 3_600_000;
let lan: Ctx;
let minh: Ctx;
let moderator: Ctx;
beforeAll(async () => {
  [lan, minh, moderator] = await Promise.all([
    someone({ name: 'Lan', roles: ['administrator'] }),
    someone({ name: 'Minh', roles: ['administrator'] }),
    someone({ roles: ['moderator'] }),
  ]);
});
const codeOf = async (action: Promise<unknown>) => (await outcomesOf([action]))[0];
const rolesOf = async (id: PersonId) => (await findPerson(lan, id))!.roles;
const actionsOn = async (subject: string) =>
  (await listEntries(lan, { subject, limit: 100 })).items.map(({ by, action }) => [by, action]).reverse();

describe('an administrator is made', () => {
  let hoa: PersonId;
  beforeEach(async () => {
    clock.now = new Date();
    hoa = (await makePerson(table, { name: 'Hoa' })).id;
  });
  const ask = (ctx: Ctx) => giveRole(ctx, hoa, newRoleSchema.parse({ role: 'administrator', reason }));

  it('by two: one asks, another confirms, and both stand in the audit log', async () => {
    await ask(lan);
    expect(await rolesOf(hoa)).toEqual([]);
    const request = (await getPerson(minh, hoa)).request!;
    expect(request).toMatchObject({ person: { name: 'Hoa' }, by: { name: 'Lan' }, reason });
    expect(Date.parse(request.until) - Date.parse(request.at)).toBe(7 * day);
    expect(await getRoleRequests(minh)).toContainEqual(request);
    expect(await codeOf(confirmAdministrator(lan, hoa))).toBe('second_administrator_needed');
    expect(await rolesOf(hoa)).toEqual([]);
    await confirmAdministrator(minh, hoa);
    expect(await rolesOf(hoa)).toEqual(['administrator']);
    expect((await getPerson(minh, hoa)).request).toBeNull();
    expect(await codeOf(confirmAdministrator(minh, hoa))).toBe('role_request_not_found');
    expect(await actionsOn(hoa)).toEqual([
      [idOf(lan), 'role_requested'],
      [idOf(minh), 'role_granted'],
    ]);
    const [granted] = (await listEntries(lan, { subject: hoa, limit: 1 })).items;
    expect(granted!.facts).toEqual({ role: 'administrator', requestedBy: idOf(lan) });
  });

  it('never by one alone, whatever they call', async () => {
    const alone = { person: hoa, role: 'administrator', reason } as const;
    expect(await codeOf(grantRole(lan, alone))).toBe('second_administrator_needed');
    expect(await codeOf(grantRole(lan, { ...alone, requestedBy: idOf(lan) }))).toBe('second_administrator_needed');
    expect(await codeOf(confirmAdministrator(lan, hoa))).toBe('role_request_not_found');
    expect(await rolesOf(hoa)).toEqual([]);
  });

  it('for a week only, and only while who asked is administrator', async () => {
    await ask(lan);
    clock.now = new Date(clock.now.getTime() + 7 * day - 1);
    expect(await findRoleRequest(minh, hoa)).toBeDefined();
    clock.now = new Date(clock.now.getTime() + 1);
    expect(await codeOf(confirmAdministrator(minh, hoa))).toBe('role_request_not_found');
    expect(await getRoleRequests(minh)).toEqual([]);
    const former = await someone({ roles: ['administrator'] });
    await ask(former);
    await revokeRole(lan, { person: idOf(former), role: 'administrator' });
    expect(await codeOf(confirmAdministrator(minh, hoa))).toBe('role_request_not_found');
    expect(await rolesOf(hoa)).toEqual([]);
  });

  it('not where the request was taken back; asked twice, the first request stays', async () => {
    await ask(lan);
    await ask(minh);
    expect((await findRoleRequest(lan, hoa))!.by).toBe(idOf(lan));
    await removeRole(minh, hoa, { role: 'administrator', reason: 'Chưa cần' });
    expect(await codeOf(confirmAdministrator(minh, hoa))).toBe('role_request_not_found');
    expect((await actionsOn(hoa)).map(([, action]) => action)).toEqual(['role_requested', 'role_request_withdrawn']);
  });

  it('once, where two ask, confirm and take back at the same moment', async () => {
    const asked = await outcomesOf([ask(lan), ask(minh)]);
    expect(asked.filter((outcome) => outcome !== 'done' && outcome !== 'version_conflict')).toEqual([]);
    const third = await someone({ roles: ['administrator'] });
    const ended = await outcomesOf([
      confirmAdministrator(third, hoa),
      removeRole(third, hoa, { role: 'administrator', reason: 'Chưa cần' }),
    ]);
    expect(ended).toContain('done');
    const { request } = await getPerson(lan, hoa);
    expect(request).toBeNull();
  });
});

it('other roles are given at once, a moderator’s limits with them, and removed', async () => {
  const { id } = await makePerson(table);
  await giveRole(lan, id, newRoleSchema.parse({ role: 'moderator', wards: ['00070'], reason }));
  expect(await getPerson(lan, id)).toMatchObject({
    roles: ['moderator'],
    scope: { programmes: [], wards: ['00070'] },
    request: null,
  });
  // Who is limited reads to what.
  const limited = makeCtx(table, actorOf((await findPerson(lan, id))!));
  expect((await getMe(limited)).scope).toEqual({ programmes: [], wards: ['00070'] });
  const all = await findPeopleBy(lan, { role: 'moderator', limit: 100 });
  expect(all.items.map((person) => person.id)).toContain(id);
  await removeRole(lan, id, { role: 'moderator', reason });
  expect(await getPerson(lan, id)).toMatchObject({ roles: [], scope: null });
});

it('one is found by the whole id or e-mail address, in whatever spelling', async () => {
  const { id } = await accountOfEmail(lan, 'hoa@example.vn');
  const find = async (q: string) => (await findPeopleBy(lan, { q, limit: 20 })).items.map((person) => person.id);
  expect(await find(id)).toEqual([id]);
  expect(await find(' Hoa@Example.vn ')).toEqual([id]);
  for (const q of ['hoa@example', 'per_01JDB8N0P4X7K2M9QW5T3RZ6VA', '%']) expect(await find(q)).toEqual([]);
  expect((await findPeopleBy(lan, { limit: 20 })).items).toEqual([]);
});

describe('people are found by name', () => {
  const named = async (q: string, query: { limit: number; cursor?: string } = { limit: 100 }) =>
    findPeopleBy(lan, { q, ...query });
  const namesOf = async (q: string) => (await named(q)).items.map(({ name }) => name);

  it('from the family or the given name on, with or without accents, and by their new name at once', async () => {
    await Promise.all(['Đặng Thị Xuân Quỳnh', 'Quỳnh Đặng', 'Lê Quỳnh Anh'].map((name) => makePerson(table, { name })));
    expect(await namesOf('dang thi')).toEqual(['Đặng Thị Xuân Quỳnh']);
    expect((await namesOf('QUỲNH')).toSorted()).toEqual(['Lê Quỳnh Anh', 'Quỳnh Đặng', 'Đặng Thị Xuân Quỳnh']);
    expect(await namesOf('xuan quynh')).toEqual(['Đặng Thị Xuân Quỳnh']);
    expect(await namesOf('thi xuan')).toEqual([]);
    const renamed = await someone({ name: 'Vũ Khắc Uy' });
    await editMe(renamed, { name: 'Ngô Bảo Uy' });
    expect([await namesOf('vu khac'), await namesOf('ngô bảo'), await namesOf('bảo uy')]).toEqual([
      [],
      ['Ngô Bảo Uy'],
      ['Ngô Bảo Uy'],
    ]);
    const account = await accountOfEmail(lan, 'phuong-uyen@example.vn');
    await editMe(makeCtx(table, actorOf((await findPerson(lan, account.id))!), clock), { name: 'Tạ Phương Uyên' });
    expect(await namesOf('ta phuong')).toEqual(['Tạ Phương Uyên']);
  });

  it('page by page, each once, and no page follows the last one', async () => {
    const names = ['Khuất An', 'Khuất Bình', 'Lý Khuất', 'Khuất Khuất', 'Khuất'];
    await Promise.all(names.map((name) => makePerson(table, { name })));
    const seen: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = await named('khuat', { limit: 2, cursor });
      seen.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor ?? undefined;
      pages++;
    } while (cursor && pages < 20);
    expect(seen.toSorted()).toEqual(names.toSorted());
    expect(pages).toBe(3);
    for (const wrong of ['x', 'gsi4.', 'gsi1.x', '.'])
      expect(await codeOf(named('khuat', { limit: 2, cursor: wrong }))).toBe('invalid_cursor');
  });

  it('with what administrators look for: level, roles, restrictions', async () => {
    const until = '2099-01-01T00:00:00.000Z';
    const restrictions = [{ kind: 'suspend', until, decision: 'dec_01JDB8N0P4X7K2M9QW5T3RZ6VA' }] as never;
    await makePerson(table, { name: 'Mai Thúc Loan', roles: ['expert'], restrictions });
    const [found] = (await named('mai thuc')).items;
    expect(found).toMatchObject({ level: 'new', roles: ['expert'], suspendedUntil: until, limitedUntil: null });
  });
});

describe('an account', () => {
  const until = () => new Date(clock.now.getTime() + 30 * day).toISOString();
  const decision = (over: object = {}) =>
    accountDecisionSchema.parse({ action: 'suspend', reason: 'spam', note: 'Mở nhiều tài khoản', ...over });
  beforeEach(() => {
    clock.now = new Date();
  });

  it('is suspended with a statement of reasons, tells its owner, and is appealed like all else', async () => {
    const { id } = await makePerson(table, { name: 'Người lạ' });
    const made = await decideAboutAccount(lan, id, decision({ until: until() }));
    expect(made).toMatchObject({
      subject: { kind: 'account', id, title: '' },
      action: 'suspend',
      facts: 'Mở nhiều tài khoản',
      foundBy: 'moderator',
    });
    expect((await getPerson(lan, id)).suspendedUntil).toBe(made.until);
    expect((await getDecisionsAbout(minh, id, { limit: 10 })).items).toEqual([made]);
    expect(await actionsOn(id)).toEqual([[idOf(lan), 'decision_suspend']]);
    const owner = makeCtx(table, actorOf((await findPerson(lan, id))!), clock);
    await appeal(owner, made.id, 'Tôi chỉ có một tài khoản này');
    const item = (await getQueue(minh, { kind: 'appeal', limit: 50 })).items.find(({ subject }) => subject.id === id)!;
    expect(item.subject).toMatchObject({ kind: 'account', title: 'Người lạ' });
    expect((await getItem(minh, item.id)).possible).toEqual(['uphold', 'overturn']);
    expect(await codeOf(decideAs(lan, item.id, { action: 'overturn' }))).toBe('same_moderator');
    await decideAs(minh, item.id, { action: 'overturn', note: 'Nhầm người' });
    expect((await getPerson(lan, id)).suspendedUntil).toBeNull();
  });

  it('is not hidden, nor decided about by its owner, by moderators, or without saying why and until when', async () => {
    const { id } = await makePerson(table);
    const outcomes = await outcomesOf([
      decideAboutAccount(lan, idOf(lan), decision({ until: until() })),
      decideAboutAccount(moderator, id, decision({ until: until() })),
      decideAboutAccount(lan, id, decision()),
      decideAboutAccount(lan, id, decision({ until: until(), note: '' })),
      decideAboutAccount(lan, id, decision({ action: 'lift', note: '' })),
      decideAboutAccount(lan, 'per_01JDB8N0P4X7K2M9QW5T3RZ6VA' as PersonId, decision({ action: 'warn' })),
    ]);
    expect(outcomes).toEqual([
      'own_content',
      'not_allowed',
      'invalid_input',
      'invalid_input',
      'action_not_possible',
      'person_not_found',
    ]);
    const limited = await someone({ roles: ['moderator'], scope: { wards: ['00070'] } });
    const made = await decideAboutAccount(lan, id, decision({ action: 'warn' }));
    await appeal(makeCtx(table, actorOf((await findPerson(lan, id))!), clock), made.id, 'Tôi không quảng cáo gì');
    const about = (items: { subject: { id: string } }[]) => items.filter(({ subject }) => subject.id === id);
    expect(about((await getQueue(limited, { limit: 100 })).items)).toEqual([]);
    expect(accountDecisionSchema.safeParse({ action: 'hide', reason: 'spam', note: 'x' }).success).toBe(false);
  });
});

it('somebody is signed out everywhere', async () => {
  const account = await accountOfEmail(lan, 'mat-may@example.vn');
  const { token } = await openSessionFor(lan, account, 'code');
  expect((await getPerson(lan, account.id)).sessions).toBe(1);
  expect(await signOutPerson(lan, account.id)).toBe(1);
  expect(await actorOfToken(lan, token)).toBeUndefined();
  expect((await getPerson(lan, account.id)).sessions).toBe(0);
  expect(await actionsOn(account.id)).toEqual([[idOf(lan), 'signed_out_everywhere']]);
});

it('an organisation is founded, and people join it by e-mail address, also before their first sign-in', async () => {
  const { id } = await found(lan, { slug: 'so-y-te', kind: 'agency', name: 'Sở Y tế', reason });
  const member = { email: 'nga@example.vn', role: 'editor', reason } as const;
  await joinByEmail(lan, id, member);
  await joinByEmail(lan, id, { ...member, role: 'owner' });
  expect(await getOrganisation(lan, id)).toMatchObject({
    slug: 'so-y-te',
    name: 'Sở Y tế',
    members: [{ role: 'editor' }],
  });
  const again = found(lan, { slug: 'so-y-te', kind: 'agency', name: 'Sở khác', reason });
  expect(await codeOf(again)).toBe('organisation_slug_taken');
  const nowhere = 'org_01JDB8N0P4X7K2M9QW5T3RZ6VA' as typeof id;
  expect(await codeOf(joinByEmail(lan, nowhere, { ...member, email: 'moi@example.vn' }))).toBe(
    'organisation_not_found',
  );
  expect((await findPeopleBy(lan, { q: 'moi@example.vn', limit: 1 })).items).toEqual([]);
});

it('nobody else may', async () => {
  const { id } = await makePerson(table);
  const attempts = (ctx: Ctx) => [
    giveRole(ctx, id, newRoleSchema.parse({ role: 'expert', reason })),
    giveRole(ctx, id, newRoleSchema.parse({ role: 'administrator', reason })),
    removeRole(ctx, id, { role: 'moderator', reason }),
    confirmAdministrator(ctx, id),
    findPeopleBy(ctx, { q: id, limit: 1 }),
    getPerson(ctx, id),
    getDecisionsAbout(ctx, id, { limit: 1 }),
    getRoleRequests(ctx),
    signOutPerson(ctx, id),
    found(ctx, { slug: 'so-khac', kind: 'agency', name: 'Sở khác', reason }),
  ];
  expect(new Set(await outcomesOf(attempts(moderator)))).toEqual(new Set(['not_allowed']));
  const nobody = makeCtx(table, { kind: 'anonymous' }, clock);
  expect(new Set(await outcomesOf(attempts(nobody)))).toEqual(new Set(['not_signed_in']));
  expect(await actionsOn(id)).toEqual([]);
});

it('only moderators are limited', () => {
  const fits = (role: object) => newRoleSchema.safeParse({ reason, ...role }).success;
  expect(fits({ role: 'moderator', wards: ['00070'], programmes: ['P1'] })).toBe(true);
  expect(fits({ role: 'expert' })).toBe(true);
  const wrong = [
    { role: 'expert', wards: ['00070'] },
    { role: 'moderator', programmes: ['p1'] },
    { role: 'citizen' },
    { role: 'expert', reason: ' ' },
  ];
  expect(wrong.map(fits)).toEqual([false, false, false, false]);
});
