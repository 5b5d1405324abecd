/** One organisation, for administrators: the evidence, its suspension, its members, what was done to it. */
import { newMemberRoleSchema, newMemberSchema, whySchema } from '@hanoi/core/administration/schema';
import type { Client } from '@hanoi/core/contracts';
import { newVerificationSchema } from '@hanoi/core/organisation/schema';
import type { OrganisationId, PersonId } from '@hanoi/core/shared/ids';
import type { z } from '@hanoi/core/shared/zod';
import type { Actions, RequestEvent } from '@sveltejs/kit';
import { act } from '$lib/admin/act.server';
import { textOf, valuesOf } from '$lib/form/form-values';
import { fieldErrors } from '$lib/form/schema-errors.server';
import { apiFor } from '$lib/server/api';
import { failFields, throwPage } from '$lib/server/problems';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  await event.parent();
  try {
    const organisation = await apiFor(event).administration.getOrganisation({ params: paramsOf(event) });
    return { organisation, isDone: event.url.searchParams.has('done') };
  } catch (thrown) {
    throwPage(event, thrown);
  }
};

type Does<Body> = (api: Client, body: Body) => Promise<unknown>;

/** A form of the page: its fields are checked by a schema, then it is done. `about` tells which form of several alike it was. */
function formAction<Body>(
  name: string,
  fields: readonly string[],
  schema: z.ZodType<Body>,
  does: (event: RequestEvent, form: FormData) => Does<Body>,
) {
  return async (event: RequestEvent) => {
    const form = await event.request.formData();
    const values = valuesOf(form);
    const person = textOf(values, 'person');
    const about = person ? `${name}-${person}` : name;
    const typed = Object.fromEntries(fields.map((field) => [field, textOf(values, field)]));
    const { data, error } = schema.safeParse(typed);
    if (data === undefined) return failFields(event, fieldErrors(error), { about, values });
    return act(event, form, about, (api) => does(event, form)(api, data));
  };
}

const whyOnly = ['reason'] as const;

export const actions = {
  verify: formAction(
    'verify',
    ['seen', 'where', 'reference'],
    newVerificationSchema,
    (event) => (api, body) => api.administration.verifyOrganisation({ params: paramsOf(event), body }),
  ),
  unverify: formAction(
    'unverify',
    whyOnly,
    whySchema,
    (event) => (api, body) => api.administration.withdrawVerification({ params: paramsOf(event), body }),
  ),
  suspend: formAction(
    'suspend',
    whyOnly,
    whySchema,
    (event) => (api, body) => api.administration.suspendOrganisation({ params: paramsOf(event), body }),
  ),
  lift: formAction(
    'lift',
    whyOnly,
    whySchema,
    (event) => (api, body) => api.administration.liftOrganisation({ params: paramsOf(event), body }),
  ),
  add: formAction(
    'add',
    ['email', 'role', 'reason'],
    newMemberSchema,
    (event) => (api, body) => api.administration.addMember({ params: paramsOf(event), body }),
  ),
  role: formAction(
    'role',
    ['role', 'reason'],
    newMemberRoleSchema,
    (event, form) => (api, body) => api.administration.changeMemberRole({ params: memberOf(event, form), body }),
  ),
  remove: formAction(
    'remove',
    whyOnly,
    whySchema,
    (event, form) => (api, body) => api.administration.removeMember({ params: memberOf(event, form), body }),
  ),
} satisfies Actions;

function paramsOf(event: RequestEvent) {
  return { id: event.params.id as OrganisationId };
}

function memberOf(event: RequestEvent, form: FormData) {
  return { ...paramsOf(event), person: String(form.get('person') ?? '') as PersonId };
}
