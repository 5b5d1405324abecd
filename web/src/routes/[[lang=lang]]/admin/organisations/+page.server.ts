/** Organisations for administrators: all of them, by state, kind and name; founding one. */
import { foundingSchema } from '@hanoi/core/administration/schema';
import { organisationStates } from '@hanoi/core/organisation/schema';
import { organisationKinds } from '@hanoi/core/shared/membership';
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
  const { searchParams } = event.url;
  const filter = {
    q: searchParams.get('q')?.trim() || undefined,
    kind: organisationKinds.find((kind) => kind === searchParams.get('kind')),
    state: organisationStates.find((state) => state === searchParams.get('state')),
  };
  const cursor = searchParams.get('cursor') ?? undefined;
  try {
    const page = await apiFor(event).administration.findOrganisations({ query: { ...filter, cursor } });
    const asked = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return { ...page, filter, asked: new URLSearchParams(asked).toString() };
  } catch (thrown) {
    throwPage(event, thrown);
  }
};

export const actions = { found } satisfies Actions;

async function found(event: RequestEvent) {
  const form = await event.request.formData();
  const values = valuesOf(form);
  const about = textOf(values, 'about');
  const input = {
    name: textOf(values, 'fullName'),
    slug: textOf(values, 'slug').trim(),
    kind: textOf(values, 'kind'),
    ...(about && { about }),
    reason: textOf(values, 'reason'),
  };
  const { data: body, error } = foundingSchema.safeParse(input);
  // As a field it is called otherwise than that of people, which has other lengths.
  const errors = fieldErrors(error).map((one) => ({ ...one, path: one.path === '/name' ? '/fullName' : one.path }));
  if (!body) return failFields(event, errors, { about: 'found', values });
  const run = (api: ReturnType<typeof apiFor>) => api.administration.foundOrganisation({ body });
  return act(event, form, 'found', run, (made) => `${event.url.pathname}/${(made as { id: string }).id}`);
}
