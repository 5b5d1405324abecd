/** What administrators do about people and organisations, over HTTP. */
import type { Contract } from '../api/endpoint.ts';
import { bodyLimits } from '../api/limits.ts';
import { decisionSchema } from '../decision/schema.ts';
import { accountDecisionSchema } from '../moderation/schema.ts';
import { newVerificationSchema } from '../organisation/schema.ts';
import { grantedRoleSchema } from '../person/schema.ts';
import { idSchema } from '../shared/ids.ts';
import { pageOf, pageQuery } from '../shared/page.ts';
import { z } from '../shared/zod.ts';
import {
  foundingSchema,
  foundPersonSchema,
  listedOrganisationSchema,
  newMemberRoleSchema,
  newMemberSchema,
  newRoleSchema,
  organisationForAdministratorsSchema,
  organisationsQuery,
  peopleQuery,
  personForAdministratorsSchema,
  roleRequestSchema,
  whySchema,
} from './schema.ts';

const person = z.strictObject({ id: idSchema('person') });
const organisation = z.strictObject({ id: idSchema('organisation') });
const access = ['administrator'] as const;
const writes = { access, pace: 'free', bodyLimit: bodyLimits.small } as const;

const member = organisation.extend({ person: idSchema('person') });
const changesOrganisation = {
  ...writes,
  params: organisation,
  status: 200,
  output: organisationForAdministratorsSchema,
  errors: ['organisation_not_found', 'version_conflict'],
} as const;

export const administrationContract = {
  findPeople: {
    method: 'GET',
    path: '/admin/people',
    summary: 'The person with this id or e-mail address, those of this name, or those who hold a role; else nobody',
    access,
    query: peopleQuery,
    status: 200,
    output: pageOf(foundPersonSchema),
    errors: ['invalid_cursor'],
  },
  getPerson: {
    method: 'GET',
    path: '/admin/people/{id}',
    summary: 'One person: roles, memberships, restrictions, how many sessions and decisions',
    access,
    params: person,
    status: 200,
    output: personForAdministratorsSchema,
    errors: ['person_not_found'],
  },
  listDecisionsAbout: {
    method: 'GET',
    path: '/admin/people/{id}/decisions',
    summary: 'What was decided about a person’s content or account, newest first',
    access,
    params: person,
    query: z.strictObject(pageQuery),
    status: 200,
    output: pageOf(decisionSchema),
    errors: ['person_not_found', 'invalid_cursor'],
  },
  decideAboutPerson: {
    ...writes,
    method: 'POST',
    path: '/admin/people/{id}/decisions',
    summary:
      'Warn, limit or suspend a person, or lift what restricts them, whatever they wrote; they are told, and may appeal',
    params: person,
    body: accountDecisionSchema,
    status: 201,
    output: decisionSchema,
    errors: ['person_not_found', 'own_content', 'action_not_possible', 'claimed_by_other'],
  },
  giveRole: {
    ...writes,
    method: 'POST',
    path: '/admin/people/{id}/roles',
    summary: 'Give a role. That of administrator is asked for, and given once another administrator confirms it',
    params: person,
    body: newRoleSchema,
    status: 200,
    output: personForAdministratorsSchema,
    errors: ['person_not_found', 'ward_unknown', 'version_conflict'],
  },
  removeRole: {
    ...writes,
    method: 'DELETE',
    path: '/admin/people/{id}/roles/{role}',
    summary: 'Remove a role, or take back the request that somebody becomes administrator',
    params: person.extend({ role: grantedRoleSchema }),
    body: whySchema,
    status: 200,
    output: personForAdministratorsSchema,
    errors: ['person_not_found', 'last_administrator', 'role_request_not_found', 'version_conflict'],
  },
  confirmAdministrator: {
    ...writes,
    method: 'POST',
    path: '/admin/people/{id}/roles/administrator/confirm',
    summary: 'Confirm, within a week, that somebody becomes administrator, as another administrator has asked',
    params: person,
    status: 200,
    output: personForAdministratorsSchema,
    errors: ['person_not_found', 'role_request_not_found', 'second_administrator_needed', 'version_conflict'],
  },
  listRoleRequests: {
    method: 'GET',
    path: '/admin/role-requests',
    summary: 'Who shall become administrator, as one administrator has asked',
    access,
    status: 200,
    output: z.object({ items: z.array(roleRequestSchema) }),
  },
  signOutPerson: {
    ...writes,
    method: 'POST',
    path: '/admin/people/{id}/sign-out',
    summary: 'End every session of a person',
    // An account that was taken over does not wait.
    staysOn: true,
    params: person,
    status: 200,
    output: z.object({ ended: z.number().int() }),
    errors: ['person_not_found'],
  },
  findOrganisations: {
    method: 'GET',
    path: '/admin/organisations',
    summary: 'All organisations by name, narrowed to a state, a kind, or how the name begins',
    access,
    query: organisationsQuery,
    status: 200,
    output: pageOf(listedOrganisationSchema),
    errors: ['invalid_cursor'],
  },
  foundOrganisation: {
    ...writes,
    method: 'POST',
    path: '/admin/organisations',
    summary: 'Found an organisation',
    body: foundingSchema,
    status: 201,
    output: organisationForAdministratorsSchema,
    errors: ['organisation_slug_taken'],
  },
  getOrganisation: {
    method: 'GET',
    path: '/admin/organisations/{id}',
    summary: 'An organisation with its members, the evidence, and what was done to it',
    access,
    params: organisation,
    status: 200,
    output: organisationForAdministratorsSchema,
    errors: ['organisation_not_found'],
  },
  verifyOrganisation: {
    ...changesOrganisation,
    method: 'PUT',
    path: '/admin/organisations/{id}/verification',
    summary: 'Verify an organisation, with the evidence; again with other evidence',
    body: newVerificationSchema,
  },
  withdrawVerification: {
    ...changesOrganisation,
    method: 'DELETE',
    path: '/admin/organisations/{id}/verification',
    summary: 'Take the verification back',
    body: whySchema,
  },
  suspendOrganisation: {
    ...changesOrganisation,
    method: 'PUT',
    path: '/admin/organisations/{id}/suspension',
    summary: 'Suspend an organisation: nobody posts, answers or edits in its name',
    body: whySchema,
  },
  liftOrganisation: {
    ...changesOrganisation,
    method: 'DELETE',
    path: '/admin/organisations/{id}/suspension',
    summary: 'Lift the suspension of an organisation',
    body: whySchema,
  },
  changeMemberRole: {
    ...changesOrganisation,
    method: 'PUT',
    path: '/admin/organisations/{id}/members/{person}',
    summary: 'Give a member another role; one owner stays',
    params: member,
    body: newMemberRoleSchema,
    errors: ['organisation_not_found', 'member_not_found', 'last_owner', 'version_conflict'],
  },
  removeMember: {
    ...changesOrganisation,
    method: 'DELETE',
    path: '/admin/organisations/{id}/members/{person}',
    summary: 'Take a member out of an organisation; one owner stays',
    params: member,
    body: whySchema,
    errors: ['organisation_not_found', 'member_not_found', 'last_owner', 'version_conflict'],
  },
  addMember: {
    ...writes,
    method: 'POST',
    path: '/admin/organisations/{id}/members',
    summary:
      'Add somebody by e-mail address, also before their first sign-in; who is a member already stays as they are',
    params: organisation,
    body: newMemberSchema,
    status: 200,
    output: organisationForAdministratorsSchema,
    errors: ['organisation_not_found', 'version_conflict'],
  },
} as const satisfies Contract;
