/** Recording an authority's demand, after which its item is shown. */
import { randomUUID } from 'node:crypto';
import { newOrderSchema, termsInForce } from '@hanoi/core/order/schema';
import { type Actions, type RequestEvent, redirect } from '@sveltejs/kit';
import { textOf, valuesOf } from '$lib/form/form-values';
import { timeField, timeTyped } from '$lib/form/hanoi-time';
import { sendOnce } from '$lib/form/once-key.server';
import { fieldErrors } from '$lib/form/schema-errors.server';
import { languageOfPath, localPath } from '$lib/language/path';
import { itemPath } from '$lib/moderation/queue-address';
import { failFields, throwProblem } from '$lib/server/problems';
import { requireSignIn, withSignIn } from '$lib/server/sign-in';
import { isModerator } from '$lib/ui/viewer';
import type { PageServerLoad } from './$types';

/** One small script instead of a framework: see lib/moderation. */
export const csr = false;

export const load: PageServerLoad = async (event) => {
  const { person } = await event.parent();
  if (!person) requireSignIn(event);
  if (!isModerator(person)) throwProblem(event, 'not_allowed');
  const now = new Date();
  return {
    terms: termsInForce(now),
    subject: event.url.searchParams.get('subject') ?? '',
    now: timeField(now.toISOString()),
    formKey: randomUUID(),
  };
};

export const actions = { record } satisfies Actions;

async function record(event: RequestEvent) {
  const form = await event.request.formData();
  const values = valuesOf(form);
  const text = (name: string) => textOf(values, name);
  const kept = { about: 'record', values };
  const [term, dueAt] = [text('term'), text('dueAt')];
  const { data: body, error } = newOrderSchema.safeParse({
    subject: text('subject'),
    number: text('number'),
    issuer: text('issuer'),
    receivedAt: timeTyped(text('receivedAt')) ?? '',
    ...(term && { term }),
    ...(dueAt && { dueAt: timeTyped(dueAt) }),
    demands: text('demands'),
  });
  if (!body) return failFields(event, fieldErrors(error), kept);
  return withSignIn(event, form, kept, async (api) => {
    const send = (headers: Record<string, string>) => api.moderation.recordOrder({ body, headers });
    const { id } = await sendOnce(text('key'), body, send);
    redirect(303, localPath(languageOfPath(event.url.pathname), itemPath(id)));
  });
}
