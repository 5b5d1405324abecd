/** One dead letter: what it is, sending it again, discarding it. */
import { whySchema } from '@hanoi/core/administration/schema';
import type { Actions, RequestEvent } from '@sveltejs/kit';
import { act } from '$lib/admin/act.server';
import { textOf, valuesOf } from '$lib/form/form-values';
import { fieldErrors } from '$lib/form/schema-errors.server';
import { languageOfPath, localPath } from '$lib/language/path';
import { apiFor } from '$lib/server/api';
import { failFields, throwPage } from '$lib/server/problems';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  await event.parent();
  try {
    const letter = await apiFor(event).deadLetter.getDeadLetter({ params: paramsOf(event) });
    return { letter, isDone: event.url.searchParams.has('done') };
  } catch (thrown) {
    throwPage(event, thrown);
  }
};

export const actions = { retry, discard } satisfies Actions;

async function retry(event: RequestEvent) {
  const form = await event.request.formData();
  const list = () => localPath(languageOfPath(event.url.pathname), '/admin/dead-letters');
  return act(event, form, 'retry', (api) => api.deadLetter.retryDeadLetter({ params: paramsOf(event) }), list);
}

async function discard(event: RequestEvent) {
  const form = await event.request.formData();
  const values = valuesOf(form);
  const { data: body, error } = whySchema.safeParse({ reason: textOf(values, 'reason') });
  if (!body) return failFields(event, fieldErrors(error), { about: 'discard', values });
  return act(event, form, 'discard', (api) => api.deadLetter.discardDeadLetter({ params: paramsOf(event), body }));
}

function paramsOf({ params }: Pick<RequestEvent, 'params'>) {
  return { id: params.id as never };
}
