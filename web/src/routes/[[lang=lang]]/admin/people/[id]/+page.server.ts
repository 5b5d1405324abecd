/** One person, for administrators: roles, requests, decisions about the account, signing out everywhere. */
import { newRoleSchema, whySchema } from '@hanoi/core/administration/schema';
import { accountDecisionSchema } from '@hanoi/core/moderation/schema';
import { grantedRoleSchema } from '@hanoi/core/person/schema';
import type { PersonId } from '@hanoi/core/shared/ids';
import type { Actions, RequestEvent } from '@sveltejs/kit';
import { act } from '$lib/admin/act.server';
import { listOf, textOf, valuesOf } from '$lib/form/form-values';
import { fieldErrors } from '$lib/form/schema-errors.server';
import { decisionInput } from '$lib/moderation/decision-input.server';
import { apiFor } from '$lib/server/api';
import { failFields, throwPage } from '$lib/server/problems';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  await event.parent();
  const api = apiFor(event);
  const cursor = event.url.searchParams.get('cursor') ?? undefined;
  try {
    const [person, { items: wards }, decisions] = await Promise.all([
      api.administration.getPerson({ params: paramsOf(event) }),
      api.ward.listWards(),
      api.administration.listDecisionsAbout({ params: paramsOf(event), query: { cursor } }),
    ]);
    const byName = wards.toSorted((one, other) => one.name.localeCompare(other.name, 'vi'));
    const named = byName.map(({ code, name }) => ({ code, name }));
    return { found: person, wards: named, decisions, now: Date.now(), isDone: event.url.searchParams.has('done') };
  } catch (thrown) {
    throwPage(event, thrown);
  }
};

export const actions = { give, remove, confirm, decide, signOut } satisfies Actions;

async function give(event: RequestEvent) {
  const form = await event.request.formData();
  const values = valuesOf(form);
  const [wards, programmes] = [listOf(values, 'wards'), listOf(values, 'programmes')];
  const input = { role: textOf(values, 'role'), reason: textOf(values, 'reason'), wards, programmes };
  const { data: body, error } = newRoleSchema.safeParse(input);
  if (!body) return failFields(event, fieldErrors(error), { about: 'give', values });
  return act(event, form, 'give', (api) => api.administration.giveRole({ params: paramsOf(event), body }));
}

async function remove(event: RequestEvent) {
  const form = await event.request.formData();
  const values = valuesOf(form);
  const role = grantedRoleSchema.catch('expert').parse(textOf(values, 'role'));
  const about = `remove-${role}`;
  const { data: body, error } = whySchema.safeParse({ reason: textOf(values, 'reason') });
  if (!body) return failFields(event, fieldErrors(error), { about, values });
  const params = { ...paramsOf(event), role };
  return act(event, form, about, (api) => api.administration.removeRole({ params, body }));
}

async function confirm(event: RequestEvent) {
  const form = await event.request.formData();
  return act(event, form, 'confirm', (api) => api.administration.confirmAdministrator({ params: paramsOf(event) }));
}

async function decide(event: RequestEvent) {
  const form = await event.request.formData();
  const values = valuesOf(form);
  const { data: body, error } = accountDecisionSchema.safeParse(decisionInput(form));
  if (!body) return failFields(event, fieldErrors(error), { about: 'decide', values });
  return act(event, form, 'decide', (api) => api.administration.decideAboutPerson({ params: paramsOf(event), body }));
}

async function signOut(event: RequestEvent) {
  const form = await event.request.formData();
  return act(event, form, 'signOut', (api) => api.administration.signOutPerson({ params: paramsOf(event) }));
}

function paramsOf(event: RequestEvent) {
  return { id: event.params.id as PersonId };
}
