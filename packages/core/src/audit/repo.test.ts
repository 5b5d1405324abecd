/** Entries are in the transaction of what they tell, hold ids and codes alone, and are found by actor, subject, action and day. */
import { beforeAll, describe, expect, it } from 'vitest';
import { getItem } from '../db/get.ts';
import { auditKey } from '../db/keys.ts';
import { transact } from '../db/transact.ts';
import { setFlag } from '../flag/service.ts';
import { addMember, foundOrganisation, renameOrganisation } from '../organisation/service.ts';
import type { StoredPerson } from '../person/repo.ts';
import { grantRole, revokeRole } from '../person/service.ts';
import { endAllSessions } from '../session/service.ts';
import type { Ctx, PersonActor } from '../shared/context.ts';
import { hanoiDay } from '../shared/time.ts';
import { makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { auditPart } from './repo.ts';
import { enterAudit, searchAudit } from './service.ts';

const table = useTable();
const someone = async (over: Partial<StoredPerson> = {}) => makeCtx(table, await makePerson(table, over));
let admin: Ctx;
let adminId: string;
let operator: Ctx;
beforeAll(async () => {
  admin = await someone({ roles: ['administrator'] });
  adminId = (admin.actor as PersonActor).id;
  operator = makeCtx(table, { kind: 'system', name: 'flag by an' });
});
const idOf = (ctx: Ctx) => (ctx.actor as PersonActor).id;
const search = async (query: object) => (await searchAudit(admin, { limit: 100, ...query })).items;
const told = async (query: object) =>
  (await search(query)).map(({ by, action, subject, facts }) => ({ by, action, subject, facts })).reverse();

describe('is entered', () => {
  it('roles that are given and removed, without the reason', async () => {
    const { id } = await makePerson(table);
    const scope = { programmes: ['P1'], wards: ['00070'] };
    await grantRole(admin, { person: id, role: 'moderator', scope, reason: 'Chị Lan quen phường này' });
    await revokeRole(admin, { person: id, role: 'moderator', reason: 'Chuyển công tác' });
    const base = { by: adminId, subject: id };
    expect(await told({ subject: id })).toEqual([
      { ...base, action: 'role_granted', facts: { role: 'moderator', limits: 'P1,00070' } },
      { ...base, action: 'role_revoked', facts: { role: 'moderator' } },
    ]);
    expect(JSON.stringify(await search({ subject: id }))).not.toMatch(/Lan|công tác/);
  });

  it('organisations and their members, without a name', async () => {
    const { id } = await foundOrganisation(admin, { slug: 'so-y-te', kind: 'agency', name: 'Sở Y tế' }, 'Công văn 12');
    const person = await makePerson(table);
    await addMember(admin, id, person.id, 'editor', 'Cán bộ');
    await renameOrganisation(admin, id, 'Sở Y tế Hà Nội');
    const base = { by: adminId, subject: id };
    expect(await told({ subject: id })).toEqual([
      { ...base, action: 'organisation_founded', facts: {} },
      { ...base, action: 'member_added', facts: { member: person.id, role: 'editor' } },
      { ...base, action: 'organisation_renamed', facts: {} },
    ]);
    expect(JSON.stringify(await search({ subject: id }))).not.toMatch(/Sở|Cán bộ|Công văn/);
  });

  it('flags, without what a banner says', async () => {
    await setFlag(operator, 'comments', false);
    await setFlag(
      admin,
      'banner',
      { vi: 'Bảo trì tối nay', en: 'Maintenance tonight' },
      { reason: 'Nâng cấp máy chủ' },
    );
    expect(await told({ action: 'flag_set' })).toEqual([
      { by: 'flag by an', action: 'flag_set', subject: 'flag:comments', facts: { to: 'off' } },
      { by: adminId, action: 'flag_set', subject: 'flag:banner', facts: { to: 'set' } },
    ]);
  });

  it('signing out everywhere, and what an operator does by hand', async () => {
    const person = await makePerson(table);
    await endAllSessions(admin, person.id);
    expect(await told({ subject: person.id })).toEqual([
      { by: adminId, action: 'signed_out_everywhere', subject: person.id, facts: { sessions: 0 } },
    ]);
    await enterAudit(operator, { action: 'job_run', subject: 'job:recount' });
    expect(await told({ subject: 'job:recount' })).toHaveLength(1);
    await expect(enterAudit(admin, { action: 'job_run', subject: 'job:recount' })).rejects.toThrow('not_allowed');
    const citizen = makeCtx(table, person);
    await expect(endAllSessions(citizen, person.id)).rejects.toThrow('not_allowed');
  });
});

it('no name and no text gets into an entry', () => {
  const part = (facts: Record<string, string>) => () =>
    auditPart(admin, { action: 'role_granted', subject: adminId, facts });
  expect(part({ role: 'moderator' })).not.toThrow();
  for (const text of ['Chị Lan', 'a b', 'Lân', '', 'x'.repeat(121)]) expect(part({ role: text })).toThrow(TypeError);
  expect(() => auditPart(admin, { action: 'flag_set', subject: 'flag comments' })).toThrow(TypeError);
});

it('it is written with what it tells, or not at all', async () => {
  const part = auditPart(admin, { action: 'flag_set', subject: 'flag:uploads' });
  const refused = { ...part, refused: () => new Error('refused') };
  await transact(admin, [part]);
  await expect(
    transact(admin, [auditPart(admin, { action: 'flag_set', subject: 'flag:signIn' }), refused]),
  ).rejects.toThrow('refused');
  expect(await search({ subject: 'flag:signIn' })).toEqual([]);
});

describe('a search', () => {
  it('is by actor, action and day together, newest first, page by page', async () => {
    const lan = await someone({ roles: ['administrator'] });
    for (const name of ['support', 'uploads', 'support', 'uploads'] as const)
      await setFlag(lan, name, (await search({ actor: idOf(lan), subject: `flag:${name}` })).length > 0);
    const today = hanoiDay(new Date());
    const query = { actor: idOf(lan), day: today };
    const all = await search(query);
    expect(all.map(({ subject }) => subject)).toEqual(['flag:uploads', 'flag:support', 'flag:uploads', 'flag:support']);
    expect(await search({ ...query, subject: 'flag:support' })).toHaveLength(2);
    expect(await search({ ...query, action: 'role_granted' })).toEqual([]);
    expect(await search({ ...query, day: '2026-11-28' === today ? '2026-11-29' : '2026-11-28' })).toEqual([]);
    expect((await search({ day: today })).length).toBeGreaterThan(4);
    expect((await search({}))[0]).toEqual(all[0]);
    const first = await searchAudit(admin, { actor: idOf(lan), limit: 3 });
    const second = await searchAudit(admin, { actor: idOf(lan), limit: 3, cursor: first.nextCursor! });
    expect([...first.items, ...second.items]).toEqual(all);
    expect(second.nextCursor).toBeNull();
    await expect(searchAudit(admin, { ...query, limit: 3, cursor: first.nextCursor! })).rejects.toThrow(
      'invalid_cursor',
    );
  });

  it('is for administrators', async () => {
    for (const ctx of [await someone({ roles: ['moderator'] }), await someone(), operator]) {
      await expect(searchAudit(ctx, { limit: 1 })).rejects.toThrow('not_allowed');
    }
  });
});

it('an entry carries the request it was made by', async () => {
  const [entry] = await search({});
  const item = await getItem(admin, auditKey(hanoiDay(new Date(entry!.at)), entry!.id));
  expect(item?.requestId).toBe('test');
});
