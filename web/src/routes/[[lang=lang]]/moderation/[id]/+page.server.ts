/** One item of the queue: claiming it, and deciding it, after which the next one is shown. */
import { randomUUID } from 'node:crypto';
import { ProblemError } from '@hanoi/core/api/client';
import { claimInputSchema, newDecisionSchema } from '@hanoi/core/moderation/schema';
import type { ItemId } from '@hanoi/core/shared/ids';
import { type Actions, type RequestEvent, redirect } from '@sveltejs/kit';
import { textOf, valuesOf } from '$lib/form/form-values';
import { sendOnce } from '$lib/form/once-key.server';
import { fieldErrors } from '$lib/form/schema-errors.server';
import { languageOfPath, localPath } from '$lib/language/path';
import { decisionInput } from '$lib/moderation/decision-input.server';
import { mergeView } from '$lib/moderation/merge-view.server';
import { itemPath, kindIn, queuePath } from '$lib/moderation/queue-address';
import { recordedIn } from '$lib/moderation/recorded.server';
import { apiFor } from '$lib/server/api';
import { failFields, throwPage } from '$lib/server/problems';
import { requireSignIn, withSignIn } from '$lib/server/sign-in';
import { pageAddress } from '$lib/subject/address';
import { proseHtml } from '$lib/subject/prose.server';
import type { PageServerLoad } from './$types';

/** One small script instead of a framework: see lib/moderation. */
export const csr = false;

export const load: PageServerLoad = async (event) => {
  const { person, language } = await event.parent();
  if (!person) requireSignIn(event);
  const { moderation } = apiFor(event);
  const kind = kindIn(event.url);
  try {
    const [whole, { items }, recorded] = await Promise.all([
      moderation.getItem({ params: { id: event.params.id as ItemId } }),
      moderation.getQueue({ query: { kind, limit: 50 } }),
      recordedIn(event),
    ]);
    const merge = (await mergeView(event, whole)) ?? null;
    const { body: _, bodyHtml, ...item } = whole;
    return {
      item: { ...item, html: proseHtml(bodyHtml, language) },
      ...around(items, item.id, person.id),
      kind,
      merge,
      me: person.id,
      formKey: randomUUID(),
      recorded,
    };
  } catch (thrown) {
    if (thrown instanceof ProblemError && thrown.problem.status === 401) requireSignIn(event);
    throwPage(event, thrown);
  }
};

type Waiting = { id: string; claim: { by: { id: string } } | null };

/** The items before and after `id` in the queue, leaving out those that others are at. From one that is not in it, on to the first. */
function around(queue: readonly Waiting[], id: string, me: string) {
  const free = queue.filter((item) => item.id === id || !item.claim || item.claim.by.id === me).map((item) => item.id);
  const at = free.indexOf(id);
  return { before: free[at - 1] ?? null, next: free[at + 1] ?? null };
}

export const actions = { decide, claim, release } satisfies Actions;

async function decide(event: RequestEvent) {
  const form = await event.request.formData();
  const values = valuesOf(form);
  const kept = { about: 'decide', values };
  const { data: body, error } = newDecisionSchema.safeParse(decisionInput(form));
  if (!body) return failFields(event, fieldErrors(error), kept);
  return withSignIn(event, form, kept, async (api) => {
    const params = paramsOf(event);
    const send = (headers: Record<string, string>) => api.moderation.decide({ params, body, headers });
    const { id } = await sendOnce(textOf(values, 'key'), body, send);
    redirect(303, afterwards(event, textOf(values, 'next'), id));
  });
}

/** The next item, if there was one when this was opened; else the queue. */
function afterwards({ url }: RequestEvent, next: string, done: string): string {
  const kind = kindIn(url);
  const isItem = /^itm_[0-9A-Z]{26}$/.test(next);
  return localPath(languageOfPath(url.pathname), isItem ? itemPath(next, kind, { done }) : queuePath(kind, { done }));
}

async function claim(event: RequestEvent) {
  const form = await event.request.formData();
  const values = valuesOf(form);
  const kept = { about: 'claim', values };
  const input = form.has('takeOver') ? { takeOver: textOf(values, 'takeOver') } : {};
  const { data: body, error } = claimInputSchema.safeParse(input);
  if (!body) return failFields(event, fieldErrors(error), kept);
  return withSignIn(event, form, kept, async (api) => {
    await api.moderation.claimItem({ params: paramsOf(event), body });
    redirect(303, pageAddress(event.url, { done: null }));
  });
}

async function release(event: RequestEvent) {
  const form = await event.request.formData();
  return withSignIn(event, form, { about: 'release', values: {} }, async (api) => {
    await api.moderation.releaseItem({ params: paramsOf(event) });
    redirect(303, pageAddress(event.url, { done: null }));
  });
}

function paramsOf(event: RequestEvent) {
  return { id: event.params.id as ItemId };
}
