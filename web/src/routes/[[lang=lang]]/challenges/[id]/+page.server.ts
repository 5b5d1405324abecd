/** One challenge with its solutions, thread and timeline; what can be done with it. */
import { randomUUID } from 'node:crypto';
import { isLive } from '@hanoi/core/card/status';
import { type Actions, type RequestEvent, redirect } from '@sveltejs/kit';
import { commentActions } from '$lib/comment/comment-actions.server';
import { threadView } from '$lib/comment/comment-view';
import { ownDecision } from '$lib/decision/own-decision.server';
import { endOfDay } from '$lib/form/closing-day';
import { leadOn, myMergesInto } from '$lib/merge/lead-on.server';
import { moveSupportAction } from '$lib/merge/merge-actions.server';
import { sharedApiFor } from '$lib/server/api';
import { failFields, throwPage } from '$lib/server/problems';
import { withSignIn } from '$lib/server/sign-in';
import { solutionCardView } from '$lib/solution/solution-card';
import { leaveNotice, takeNotice } from '$lib/subject/action-notice.server';
import { pageAddress } from '$lib/subject/address';
import { discardAction } from '$lib/subject/discard-action.server';
import { readSubjectParts } from '$lib/subject/read-subject.server';
import { subjectView } from '$lib/subject/subject-view.server';
import { followActions, supportActions } from '$lib/support/support-actions.server';
import { eventView } from '$lib/timeline/event-view.server';
import type { PageServerLoad } from './$types';

/** One small script instead of a framework: see lib/live. */
export const csr = false;

export const load: PageServerLoad = async (event) => {
  const language = event.params.lang ?? 'vi';
  const notice = takeNotice(event);
  const { subject: challenge, solutions, comments, timeline } = await read(event);
  leadOn(event, challenge);
  const now = new Date();
  const decision = challenge.viewer?.mayEdit ? await ownDecision(event, challenge.id) : null;
  const isOpen = isLive(challenge, now);
  return {
    notice,
    decision,
    mine: await myMergesInto(event, challenge),
    formKey: randomUUID(),
    challenge: subjectView(challenge, language, notice),
    solutions: { ...solutions, items: solutions.items.map(solutionCardView) },
    comments: threadView(comments, now, isOpen),
    timeline: { ...timeline, items: timeline.items.map((item) => eventView(item, language)) },
  };
};

async function read(event: Parameters<PageServerLoad>[0]) {
  const { searchParams } = event.url;
  const sort = searchParams.get('solutions') === 'new' ? 'new' : 'top';
  const query = { sort, limit: 6, cursor: searchParams.get('from') ?? undefined } as const;
  try {
    const [parts, solutions] = await Promise.all([
      readSubjectParts(event, 'challenge'),
      sharedApiFor(event).solution.listSolutions({ params: paramsOf(event), query }),
    ]);
    return { ...parts, solutions };
  } catch (thrown) {
    throwPage(event, thrown);
  }
}

export const actions = {
  ...supportActions('challenge'),
  ...followActions('challenge'),
  ...commentActions('challenge'),
  moveSupport: moveSupportAction('#merges'),
  discard: discardAction('challenge'),
  close: closeChallenge,
  withdraw: withdrawChallenge,
  reopen: reopenChallenge,
  open: openChallenge,
} satisfies Actions;

async function closeChallenge(event: RequestEvent) {
  const form = await event.request.formData();
  const reason = String(form.get('reason') ?? '');
  return withSignIn(event, form, { about: 'close', values: { reason } }, async (api) => {
    await api.challenge.closeChallenge({ params: paramsOf(event), body: { reason } });
    redirect(303, pageAddress(event.url));
  });
}

async function withdrawChallenge(event: RequestEvent) {
  const form = await event.request.formData();
  return withSignIn(event, form, { about: 'withdraw', values: {} }, async (api) => {
    await api.challenge.withdrawChallenge({ params: paramsOf(event) });
    redirect(303, pageAddress(event.url));
  });
}

async function reopenChallenge(event: RequestEvent) {
  const form = await event.request.formData();
  const values = { reason: String(form.get('reason') ?? ''), closesAt: String(form.get('closesAt') ?? '') };
  const kept = { about: 'reopen', values };
  const closesAt = values.closesAt ? endOfDay(values.closesAt) : null;
  if (closesAt === undefined)
    return failFields(event, [{ path: '/closesAt', code: 'closing_date_invalid', message: values.closesAt }], kept);
  return withSignIn(event, form, kept, async (api) => {
    await api.challenge.reopenChallenge({ params: paramsOf(event), body: { reason: values.reason, closesAt } });
    redirect(303, pageAddress(event.url));
  });
}

async function openChallenge(event: RequestEvent) {
  const form = await event.request.formData();
  const version = Number(form.get('version')) || 1;
  return withSignIn(event, form, { about: 'open', values: {} }, async (api) => {
    await api.challenge.editChallenge({ params: paramsOf(event), body: { version, draft: false } });
    leaveNotice(event, 'opened');
    redirect(303, pageAddress(event.url));
  });
}

function paramsOf(event: RequestEvent) {
  return { id: event.params.id ?? '' };
}
