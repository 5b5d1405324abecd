/** Recording an authority's demand, after which its item is shown. */
import { randomUUID } from 'node:crypto';
import { newOrderSchema, termsInForce } from '@hanoi/core/order/schema';
import { type Actions, type RequestEvent, redirect } from '@sveltejs/kit';
import { dayOf } from '$lib/form/closing-day';
import { textOf, valuesOf } from '$lib/form/form-values';
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
    now: `${dayOf(now.toISOString())}T${timeIn(now)}`,
    formKey: randomUUID(),
  };
};

/** The hour and minute in Hanoi. */
function timeIn(now: Date): string {
  return now.toLocaleTimeString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' });
}

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
    receivedAt: inHanoi(text('receivedAt')),
    ...(term && { term }),
    ...(dueAt && { dueAt: inHanoi(dueAt) }),
    demands: text('demands'),
  });
  if (!body) return failFields(event, fieldErrors(error), kept);
  return withSignIn(event, form, kept, async (api) => {
    const send = (headers: Record<string, string>) => api.moderation.recordOrder({ body, headers });
    const { id } = await sendOnce(text('key'), body, send);
    redirect(303, localPath(languageOfPath(event.url.pathname), itemPath(id)));
  });
}

/** A time as a form holds it (`2026-11-29T09:30`), in Hanoi. What is none is refused by the schema. */
function inHanoi(text: string): string {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? `${text}:00+07:00` : text;
}
