/** What administrators do about people and organisations, over HTTP. */
import type { administrationContract } from '@hanoi/core/administration/contract';
import { confirmAdministrator, giveRole, removeRole } from '@hanoi/core/administration/four-eyes';
import {
  findOrganisations,
  findPeopleBy,
  found,
  getDecisionsAbout,
  getOrganisation,
  getPerson,
  getRoleRequests,
  joinByEmail,
  signOutPerson,
} from '@hanoi/core/administration/service';
import { changeMemberRole, removeMember } from '@hanoi/core/organisation/members';
import {
  liftOrganisation,
  suspendOrganisation,
  verifyOrganisation,
  withdrawVerification,
} from '@hanoi/core/organisation/standing';
import type { HandlesOf } from '../http/handle.ts';

export const handles: HandlesOf<typeof administrationContract> = {
  findPeople: (ctx, { query }) => findPeopleBy(ctx, query),
  getPerson: (ctx, { params }) => getPerson(ctx, params.id),
  listDecisionsAbout: (ctx, { params, query }) => getDecisionsAbout(ctx, params.id, query),
  async decideAboutPerson(ctx, { params, body }) {
    // All that moderators do comes with it, which no other endpoint here needs.
    const { decideAboutAccount } = await import('@hanoi/core/moderation/at-once');
    return decideAboutAccount(ctx, params.id, body);
  },
  async giveRole(ctx, { params, body }) {
    await giveRole(ctx, params.id, body);
    return getPerson(ctx, params.id);
  },
  async removeRole(ctx, { params, body }) {
    await removeRole(ctx, params.id, { role: params.role, reason: body.reason });
    return getPerson(ctx, params.id);
  },
  async confirmAdministrator(ctx, { params }) {
    await confirmAdministrator(ctx, params.id);
    return getPerson(ctx, params.id);
  },
  listRoleRequests: async (ctx) => ({ items: await getRoleRequests(ctx) }),
  signOutPerson: async (ctx, { params }) => ({ ended: await signOutPerson(ctx, params.id) }),
  findOrganisations: (ctx, { query }) => findOrganisations(ctx, query),
  foundOrganisation: (ctx, { body }) => found(ctx, body),
  getOrganisation: (ctx, { params }) => getOrganisation(ctx, params.id),
  async verifyOrganisation(ctx, { params, body }) {
    await verifyOrganisation(ctx, params.id, body);
    return getOrganisation(ctx, params.id);
  },
  async withdrawVerification(ctx, { params, body }) {
    await withdrawVerification(ctx, params.id, body.reason);
    return getOrganisation(ctx, params.id);
  },
  async suspendOrganisation(ctx, { params, body }) {
    await suspendOrganisation(ctx, params.id, body.reason);
    return getOrganisation(ctx, params.id);
  },
  async liftOrganisation(ctx, { params, body }) {
    await liftOrganisation(ctx, params.id, body.reason);
    return getOrganisation(ctx, params.id);
  },
  async changeMemberRole(ctx, { params, body }) {
    await changeMemberRole(ctx, { organisation: params.id, person: params.person }, body);
    return getOrganisation(ctx, params.id);
  },
  async removeMember(ctx, { params, body }) {
    await removeMember(ctx, { organisation: params.id, person: params.person }, body.reason);
    return getOrganisation(ctx, params.id);
  },
  addMember: (ctx, { params, body }) => joinByEmail(ctx, params.id, body),
};
