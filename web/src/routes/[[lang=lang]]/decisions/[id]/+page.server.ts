/** One decision, for whom it is about and for moderators; its author asks here for another look. */
import { ProblemError } from '@hanoi/core/api/client';
import { newAppealSchema } from '@hanoi/core/moderation/schema';
import type { DecisionId } from '@hanoi/core/shared/ids';
import { hasCome } from '@hanoi/core/shared/time';
import { type Actions, type RequestEvent, redirect } from '@sveltejs/kit';
import { textOf, valuesOf } from '$lib/form/form-values';
import { fieldErrors } from '$lib/form/schema-errors.server';
import { apiFor } from '$lib/server/api';
import { failFields, throwPage } from '$lib/server/problems';
import { requireSignIn, withSignIn } from '$lib/server/sign-in';
import { pageAddress } from '$lib/subject/address';
import { isModerator } from '$lib/ui/viewer';
import type { PageServerLoad } from './$types';

/** One small script instead of a framework: see lib/live. */
export const csr = false;

export const load: PageServerLoad = async (event) => {
  const { person } = await event.parent();
  if (!person) requireSignIn(event);
  const id = event.params.id as DecisionId;
  try {
    const [decision, isMine] = await Promise.all([
      apiFor(event).moderation.getDecision({ params: { id } }),
      !isModerator(person) || isAmongMine(event, id),
    ]);
    const isOpen = decision.appealUntil !== null && !hasCome(decision.appealUntil, new Date());
    const isStanding = decision.votes?.state === 'running' || decision.votes?.state === 'done';
    const mayRelease = isStanding && isModerator(person);
    return { decision, isMine, isOpen, mayRelease, isSent: event.url.searchParams.has('sent') };
  } catch (thrown) {
    if (thrown instanceof ProblemError && thrown.problem.status === 401) requireSignIn(event);
    throwPage(event, thrown);
  }
};

/** Moderators read every decision, and may ask for another look only at those about themselves. */
async function isAmongMine(event: RequestEvent, id: DecisionId): Promise<boolean> {
  const { items } = await apiFor(event).moderation.listMyDecisions({ query: { limit: 100 } });
  return items.some((decision) => decision.id === id);
}

export const actions = { appeal, release } satisfies Actions;

/** Moderators count all votes again: a decision as all others, of an item that is opened for it. */
async function release(event: RequestEvent) {
  const form = await event.request.formData();
  const values = valuesOf(form);
  return withSignIn(event, form, { about: 'release', values }, async (api) => {
    const note = textOf(values, 'note');
    const subject = textOf(values, 'subject');
    const item = await api.moderation.openItem({ body: { subject, reason: 'other', note } });
    const body = { action: 'release', reason: 'other', note } as const;
    await api.moderation.decide({ params: { id: item.id }, body });
    redirect(303, pageAddress(event.url, { sent: null }, '#votes'));
  });
}

async function appeal(event: RequestEvent) {
  const form = await event.request.formData();
  const values = valuesOf(form);
  const kept = { about: 'appeal', values };
  const parsed = newAppealSchema.safeParse({ text: textOf(values, 'text') });
  if (!parsed.success) return failFields(event, fieldErrors(parsed.error), kept);
  return withSignIn(event, form, kept, async (api) => {
    await api.moderation.appeal({ params: { id: event.params.id as DecisionId }, body: parsed.data });
    redirect(303, pageAddress(event.url, { sent: '' }));
  });
}
