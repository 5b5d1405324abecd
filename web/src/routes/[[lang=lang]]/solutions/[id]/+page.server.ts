/** One solution with its thread and timeline; what can be done with it. */
import { randomUUID } from 'node:crypto';
import { isLive } from '@hanoi/core/card/status';
import { type Actions, type RequestEvent, redirect } from '@sveltejs/kit';
import { commentActions } from '$lib/comment/comment-actions.server';
import { threadView } from '$lib/comment/comment-view';
import { ownDecision } from '$lib/decision/own-decision.server';
import { leadOn, myMergesInto } from '$lib/merge/lead-on.server';
import { moveSupportAction } from '$lib/merge/merge-actions.server';
import { throwPage } from '$lib/server/problems';
import { withSignIn } from '$lib/server/sign-in';
import type { NoticedAction } from '$lib/subject/action-notice';
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
  const parts = await readSubjectParts(event, 'solution').catch((thrown) => throwPage(event, thrown));
  const { subject: solution, comments, timeline } = parts;
  leadOn(event, solution);
  const now = new Date();
  const decision = solution.viewer?.mayEdit ? await ownDecision(event, solution.id) : null;
  const isOpen = isLive(solution, now);
  return {
    notice,
    decision,
    mine: await myMergesInto(event, solution),
    formKey: randomUUID(),
    solution: subjectView(solution, language, notice),
    comments: threadView(comments, now, isOpen),
    timeline: { ...timeline, items: timeline.items.map((item) => eventView(item, language)) },
  };
};

export const actions = {
  ...supportActions('solution'),
  ...followActions('solution'),
  ...commentActions('solution'),
  moveSupport: moveSupportAction('#merges'),
  discard: discardAction('solution'),
  submit: (event) => move(event, 'submit', 'submitted'),
  withdraw: (event) => move(event, 'withdraw'),
} satisfies Actions;

const calls = { submit: 'submitSolution', withdraw: 'withdrawSolution' } as const;

async function move(event: RequestEvent, about: keyof typeof calls, action?: NoticedAction) {
  const form = await event.request.formData();
  return withSignIn(event, form, { about, values: {} }, async (api) => {
    await api.solution[calls[about]]({ params: { id: event.params.id ?? '' } });
    if (action) leaveNotice(event, action);
    redirect(303, pageAddress(event.url));
  });
}
