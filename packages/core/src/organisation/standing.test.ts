/** Organisations that are verified with evidence, suspended, and kept by an owner; and all of them in a list. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findOrganisations, getOrganisation } from '../administration/service.ts';
import { listEntries } from '../audit/repo.ts';
import { editChallenge, raiseChallenge } from '../challenge/service.ts';
import { newCommentSchema } from '../comment/schema.ts';
import { postComment } from '../comment/service.ts';
import { actorOf, findPerson } from '../person/repo.ts';
import type { Ctx } from '../shared/context.ts';
import type { OrganisationId, PersonId } from '../shared/ids.ts';
import type { MemberRole } from '../shared/membership.ts';
import { draftSolution, submitSolution } from '../solution/service.ts';
import { makeNewChallenge, makeNewSolution } from '../testing/challenge.ts';
import { makeCtx, makePerson } from '../testing/context.ts';
import { outcomesOf } from '../testing/outcomes.ts';
import { useTable } from '../testing/table.ts';
import { changeMemberRole, removeMember } from './members.ts';
import { addMember, foundOrganisation, readOrganisation, renameOrganisation } from './service.ts';
import { liftOrganisation, suspendOrganisation, verifyOrganisation, withdrawVerification } from './standing.ts';

const table = useTable();
let admin: Ctx;
let citizen: Ctx;
beforeAll(async () => {
  admin = makeCtx(table, await makePerson(table, { name: 'Lan', roles: ['administrator'] }));
  citizen = makeCtx(table, await makePerson(table));
});
const reason = 'Theo công văn 12';
const evidence = { seen: 'Quyết định thành lập', where: 'Bản gốc tại Sở Nội vụ', reference: '12/QĐ-UBND' };
const codeOf = async (action: Promise<unknown>) => (await outcomesOf([action]))[0];
const found = async (name = 'Viện Quy hoạch', kind: 'institute' | 'agency' = 'institute') =>
  (await foundOrganisation(admin, { slug: crypto.randomUUID(), name, kind }, reason)).id;
/** Somebody who joins, as they are by now. */
async function join(organisation: OrganisationId, role: MemberRole) {
  const { id } = await makePerson(table);
  await addMember(admin, organisation, id, role, reason);
  return { id, now: async () => makeCtx(table, actorOf((await findPerson(admin, id))!)) };
}
const actionsOn = async (subject: string) =>
  (await listEntries(admin, { subject, limit: 100 })).items.map(({ action }) => action).reverse();

describe('an organisation is verified', () => {
  it('with evidence, which administrators read, and everybody reads when', async () => {
    const id = await found();
    expect((await readOrganisation(citizen, id)).verifiedAt).toBeNull();
    await verifyOrganisation(admin, id, evidence);
    const shown = await getOrganisation(admin, id);
    expect(shown).toMatchObject({ state: 'verified', verification: { ...evidence, by: { name: 'Lan' } } });
    const open = await readOrganisation(citizen, id);
    expect(open.verifiedAt).toBe(shown.verification!.at);
    expect(JSON.stringify(open)).not.toContain('Nội vụ');
    await withdrawVerification(admin, id, 'Giấy tờ giả');
    expect((await readOrganisation(citizen, id)).verifiedAt).toBeNull();
    const deeds = (await getOrganisation(admin, id)).deeds.map(({ deed, reason }) => [deed, reason]);
    expect(deeds).toEqual([
      ['organisation_unverified', 'Giấy tờ giả'],
      ['organisation_verified', 'Quyết định thành lập · Bản gốc tại Sở Nội vụ · 12/QĐ-UBND'],
      ['organisation_founded', reason],
    ]);
    expect(await actionsOn(id)).toEqual(['organisation_founded', 'organisation_verified', 'organisation_unverified']);
  });

  it('by one of two who do so at once, and by administrators alone', async () => {
    const id = await found();
    const at = await outcomesOf([verifyOrganisation(admin, id, evidence), suspendOrganisation(admin, id, reason)]);
    expect(at.filter((outcome) => outcome === 'done').length).toBeGreaterThan(0);
    expect(at.every((outcome) => ['done', 'version_conflict'].includes(outcome))).toBe(true);
    const owner = await join(id, 'owner');
    const member = { organisation: id, person: owner.id };
    for (const ctx of [citizen, await owner.now()])
      expect(
        new Set(
          await outcomesOf([
            verifyOrganisation(ctx, id, evidence),
            withdrawVerification(ctx, id, reason),
            suspendOrganisation(ctx, id, reason),
            liftOrganisation(ctx, id, reason),
            changeMemberRole(ctx, member, { role: 'member' }),
            removeMember(ctx, member),
            findOrganisations(ctx, { limit: 1 }),
          ]),
        ),
      ).toEqual(new Set(['not_allowed']));
  });
});

describe('while an organisation is suspended', () => {
  let id: OrganisationId;
  let person: PersonId;
  let editor: () => Promise<Ctx>;
  beforeEach(async () => {
    id = await found('Sở Xây dựng', 'agency');
    ({ id: person, now: editor } = await join(id, 'editor'));
  });

  it('nobody posts, answers, comments or edits in its name, nor as its officer; in their own they do', async () => {
    const before = await editor();
    const challenge = await raiseChallenge(before, makeNewChallenge({ organisation: id }));
    const solution = await draftSolution(before, challenge.id, makeNewSolution({ organisation: id }));
    await suspendOrganisation(admin, id, reason);
    const ctx = await editor();
    const refused = await outcomesOf([
      raiseChallenge(ctx, makeNewChallenge({ organisation: id })),
      raiseChallenge(ctx, makeNewChallenge({ organisation: id, kind: 'launched' })),
      draftSolution(ctx, challenge.id, makeNewSolution({ organisation: id })),
      submitSolution(ctx, solution.id),
      postComment(ctx, challenge.id, newCommentSchema.parse({ body: 'Đúng vậy', organisation: id })),
      editChallenge(ctx, challenge.id, { version: challenge.version, title: 'Một tiêu đề khác hẳn' }),
    ]);
    expect(new Set(refused)).toEqual(new Set(['organisation_suspended']));
    expect(await codeOf(raiseChallenge(ctx, makeNewChallenge()))).toBe('done');
    expect((await readOrganisation(citizen, id)).suspendedAt).not.toBeNull();
    await liftOrganisation(admin, id, 'Đã kiểm tra xong');
    expect((await findPerson(admin, person))!.memberships).toMatchObject([{ id, role: 'editor' }]);
    expect(await codeOf(submitSolution(await editor(), solution.id))).toBe('done');
    const acts = (await actionsOn(id)).filter((action) => action !== 'member_added');
    expect(acts).toEqual(['organisation_founded', 'organisation_suspended', 'organisation_lifted']);
  });

  it('who joins does not speak for it either, and a new name changes nothing of that', async () => {
    await suspendOrganisation(admin, id, reason);
    const later = await join(id, 'owner');
    await renameOrganisation(admin, id, 'Sở Xây dựng Hà Nội');
    const asked = [await later.now(), await editor()].map((ctx) =>
      raiseChallenge(ctx, makeNewChallenge({ organisation: id })),
    );
    expect(await outcomesOf(asked)).toEqual(['organisation_suspended', 'organisation_suspended']);
    await suspendOrganisation(admin, id, reason);
    expect((await actionsOn(id)).filter((action) => action === 'organisation_suspended')).toHaveLength(1);
  });
});

describe('members', () => {
  it('get other roles and leave, and it is told who, why and by whom', async () => {
    const id = await found();
    const member = await join(id, 'member');
    await changeMemberRole(admin, { organisation: id, person: member.id }, { role: 'editor', reason });
    expect((await member.now()).actor).toMatchObject({ memberships: [{ id, role: 'editor' }] });
    await removeMember(admin, { organisation: id, person: member.id }, 'Chuyển công tác');
    expect((await member.now()).actor).toMatchObject({ memberships: [] });
    const { members, deeds } = await getOrganisation(admin, id);
    expect(members).toEqual([]);
    expect(deeds.slice(0, 2)).toMatchObject([
      { deed: 'member_removed', reason: 'Chuyển công tác', member: { id: member.id }, by: { name: 'Lan' } },
      { deed: 'member_role_changed', reason },
    ]);
    const gone = { organisation: id, person: member.id };
    expect(await codeOf(removeMember(admin, gone))).toBe('member_not_found');
    expect(await codeOf(changeMemberRole(admin, gone, { role: 'owner' }))).toBe('member_not_found');
  });

  it('leave one owner: the last one stays, also of two who leave at once', async () => {
    const id = await found();
    const [one, other] = await Promise.all([join(id, 'owner'), join(id, 'owner')]);
    const leave = ({ id: person }: { id: PersonId }) => removeMember(admin, { organisation: id, person });
    const outcomes = await outcomesOf([leave(one), leave(other)]);
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    const { members } = await getOrganisation(admin, id);
    expect(members).toMatchObject([{ role: 'owner' }]);
    const last = { organisation: id, person: members[0]!.id };
    expect(await codeOf(removeMember(admin, last))).toBe('last_owner');
    expect(await codeOf(changeMemberRole(admin, last, { role: 'editor' }))).toBe('last_owner');
  });
});

it('all are in a list by name, narrowed by state, kind and the beginning of a name', async () => {
  const word = 'Vườn ươm';
  const [a, b, c] = [
    await found(`${word} Ba Vì`),
    await found(`${word} An Khánh`, 'agency'),
    await found(`${word} Cầu Giấy`),
  ];
  await verifyOrganisation(admin, a, evidence);
  await suspendOrganisation(admin, c, reason);
  const list = async (over: object) =>
    (await findOrganisations(admin, { q: 'vuon uom', limit: 50, ...over })).items.map(({ id }) => id);
  expect(await list({})).toEqual([b, a, c]);
  expect(await list({ q: 'VƯỜN ƯƠM C' })).toEqual([c]);
  expect(await list({ state: 'verified' })).toEqual([a]);
  expect(await list({ state: 'suspended' })).toEqual([c]);
  expect(await list({ state: 'unverified', kind: 'agency' })).toEqual([b]);
  await renameOrganisation(admin, a, 'Vườn Thú');
  expect(await list({})).toEqual([b, c]);
});
