/** What administrators do about people and organisations, over HTTP. */
import type { administrationContract } from '@hanoi/core/administration/contract';
import { confirmAdministrator, giveRole, removeRole } from '@hanoi/core/administration/four-eyes';
import {
  findPeopleBy,
  found,
  getDecisionsAbout,
  getOrganisation,
  getPerson,
  getRoleRequests,
  joinByEmail,
  signOutPerson,
} from '@hanoi/core/administration/service';
import { decideAboutAccount } from '@hanoi/core/moderation/at-once';
import type { HandlesOf } from '../http/handle.ts';

export const handles: HandlesOf<typeof administrationContract> = {
  findPeople: (ctx, { query }) => findPeopleBy(ctx, query),
  getPerson: (ctx, { params }) => getPerson(ctx, params.id),
  listDecisionsAbout: (ctx, { params, query }) => getDecisionsAbout(ctx, params.id, query),
  decideAboutPerson: (ctx, { params, body }) => decideAboutAccount(ctx, params.id, body),
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
  foundOrganisation: (ctx, { body }) => found(ctx, body),
  getOrganisation: (ctx, { params }) => getOrganisation(ctx, params.id),
  addMember: (ctx, { params, body }) => joinByEmail(ctx, params.id, body),
};
