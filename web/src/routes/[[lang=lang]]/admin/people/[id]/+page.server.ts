/** One person, for administrators: giving and removing roles, confirming a request, signing them out everywhere. */
import { newRoleSchema, whySchema } from '@hanoi/core/administration/schema';
import type { Client } from '@hanoi/core/contracts';
import { grantedRoleSchema } from '@hanoi/core/person/schema';
import type { PersonId } from '@hanoi/core/shared/ids';
import { type Actions, type RequestEvent, redirect } from '@sveltejs/kit';
import { textOf, valuesOf } from '$lib/form/form-values';
import { fieldErrors } from '$lib/form/schema-errors.server';
import { apiFor } from '$lib/server/api';
import { failFields, throwPage } from '$lib/server/problems';
import { withSignIn } from '$lib/server/sign-in';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  await event.parent();
  const api = apiFor(event);
  try {
    const [person, { items: wards }] = await Promise.all([
      api.administration.getPerson({ params: paramsOf(event) }),
      api.ward.listWards(),
    ]);
    return { found: person, wards, isDone: event.url.searchParams.has('done') };
  } catch (thrown) {
    throwPage(event, thrown);
  }
};

export const actions = { give, remove, confirm, signOut } satisfies Actions;

async function give(event: RequestEvent) {
  const form = await event.request.formData();
  const values = valuesOf(form);
  const ward = textOf(values, 'ward');
  const input = { role: textOf(values, 'role'), reason: textOf(values, 'reason'), wards: ward ? [ward] : [] };
  const { data: body, error } = newRoleSchema.safeParse(input);
  if (!body) return failFields(event, fieldErrors(error), { about: 'give', values });
  return run(event, form, 'give', (api) => api.administration.giveRole({ params: paramsOf(event), body }));
}

async function remove(event: RequestEvent) {
  const form = await event.request.formData();
  const values = valuesOf(form);
  const role = grantedRoleSchema.catch('expert').parse(textOf(values, 'role'));
  const about = `remove-${role}`;
  const { data: body, error } = whySchema.safeParse({ reason: textOf(values, 'reason') });
  if (!body) return failFields(event, fieldErrors(error), { about, values });
  const params = { ...paramsOf(event), role };
  return run(event, form, about, (api) => api.administration.removeRole({ params, body }));
}

async function confirm(event: RequestEvent) {
  const form = await event.request.formData();
  return run(event, form, 'confirm', (api) => api.administration.confirmAdministrator({ params: paramsOf(event) }));
}

async function signOut(event: RequestEvent) {
  const form = await event.request.formData();
  return run(event, form, 'signOut', (api) => api.administration.signOutPerson({ params: paramsOf(event) }));
}

/** Does it, and shows the page again, where it says so. */
function run(event: RequestEvent, form: FormData, about: string, act: (api: Client) => Promise<unknown>) {
  return withSignIn(event, form, { about, values: valuesOf(form) }, async (api) => {
    await act(api);
    redirect(303, `${event.url.pathname}?done=`);
  });
}

function paramsOf(event: RequestEvent) {
  return { id: event.params.id as PersonId };
}
