/** Proposing a solution to a challenge: kept as a draft, or submitted at once. */

import { ProblemError } from '@hanoi/core/api/client';
import { isLive } from '@hanoi/core/card/status';
import type { Client } from '@hanoi/core/contracts';
import { type Actions, type RequestEvent, redirect } from '@sveltejs/kit';
import { withAlike } from '$lib/alike/with-alike.server';
import { composeActions } from '$lib/form/compose-actions.server';
import { textOf, valuesOf } from '$lib/form/form-values';
import { sendOnce } from '$lib/form/once-key.server';
import { choiceIn } from '$lib/form/personal-data-choice.server';
import { languageOfPath, localPath } from '$lib/language/path';
import { sharedApiFor } from '$lib/server/api';
import { assertOn } from '$lib/server/flags';
import { failFields, throwPage } from '$lib/server/problems';
import { withSignIn } from '$lib/server/sign-in';
import { emptySolution, readSolution, solutionFormData } from '$lib/solution/solution-form.server';
import { leaveNotice } from '$lib/subject/action-notice.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'private, no-store' });
  await assertOn(event, 'solutions');
  const { person } = await event.parent();
  const challenge = await read(event);
  const { id, title, summary, programme } = challenge;
  return {
    challenge: { id, title, summary, programme, isLive: isLive(challenge, new Date()) },
    initial: emptySolution(),
    offer: solutionFormData(person),
  };
};

/** The challenge as everybody sees it, from the shared cache: it is only shown here, and sending checks it again. */
async function read(event: Parameters<PageServerLoad>[0]) {
  try {
    return await sharedApiFor(event).challenge.getChallenge({ params: { id: event.params.id } });
  } catch (thrown) {
    throwPage(event, thrown);
  }
}

export const actions = {
  ...composeActions,
  preview: async (event) => withAlike(event, await composeActions.preview(event), event.params.id),
  publish: (event) => propose(event, 'publish'),
  draft: (event) => propose(event, 'draft'),
  pictures: (event) => propose(event, 'pictures'),
} satisfies Actions;

/** Submits what was typed, or keeps it as a draft: to be gone on with, or to add pictures to without JavaScript. */
async function propose(event: RequestEvent, about: 'publish' | 'draft' | 'pictures') {
  const form = await event.request.formData();
  const values = valuesOf(form);
  const kept = { about, values };
  const { input, errors } = readSolution(values, about !== 'publish');
  if (!input) return failFields(event, errors, kept);
  const body = { ...input, personalData: choiceIn(values) };
  return withSignIn(event, form, kept, async (api) => {
    const params = { id: event.params.id ?? '' };
    const draft = (headers: Record<string, string>) => api.solution.draftSolution({ params, body, headers });
    const { id } = await sendOnce(textOf(values, 'key'), body, draft);
    const path = localPath(languageOfPath(event.url.pathname), `/solutions/${id}`);
    if (about === 'pictures') redirect(303, `${path}/pictures`);
    if (about === 'publish') await submit(api, id);
    leaveNotice(event, about === 'publish' ? 'submitted' : 'drafted', undefined, path);
    redirect(303, path);
  });
}

/** Submits, and is content when a second press of the button finds it submitted. */
async function submit(api: Client, id: string): Promise<void> {
  try {
    await api.solution.submitSolution({ params: { id } });
  } catch (thrown) {
    if (!(thrown instanceof ProblemError) || thrown.problem.code !== 'solution_not_draft') throw thrown;
  }
}
