/** Raising a challenge: everything can be written first; signing in comes with sending. */

import { textLimits } from '@hanoi/core/card/schema';
import { type Actions, type RequestEvent, redirect } from '@sveltejs/kit';
import { withAlike } from '$lib/alike/with-alike.server';
import { challengeFormData, emptyChallenge, readChallenge } from '$lib/challenge/challenge-form.server';
import { composeActions } from '$lib/form/compose-actions.server';
import { textOf, valuesOf } from '$lib/form/form-values';
import { sendOnce } from '$lib/form/once-key.server';
import { choiceIn } from '$lib/form/personal-data-choice.server';
import { languageOfPath, localPath } from '$lib/language/path';
import { assertOn } from '$lib/server/flags';
import { failFields } from '$lib/server/problems';
import { programmesFor } from '$lib/server/programmes';
import { withSignIn } from '$lib/server/sign-in';
import { leaveNotice } from '$lib/subject/action-notice.server';
import { clearWard, findWard } from '$lib/ward/ward-action.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  // Each form has a key of its own.
  event.setHeaders({ 'cache-control': 'private, no-store' });
  await assertOn(event, 'challenges');
  const [{ person, language }, programmes] = await Promise.all([event.parent(), programmesFor(event)]);
  // Words that somebody searched for in vain.
  const title = event.url.searchParams.get('title')?.trim().slice(0, textLimits.title[1]) ?? '';
  return { initial: { ...emptyChallenge(), title }, offer: challengeFormData(person, programmes, language) };
};

export const actions = {
  ...composeActions,
  preview: async (event) => withAlike(event, await composeActions.preview(event)),
  findWard,
  publish: (event) => raise(event, 'publish'),
  draft: (event) => raise(event, 'draft'),
  pictures: (event) => raise(event, 'pictures'),
} satisfies Actions;

/** Publishes what was typed, or keeps it as a draft: to be gone on with, or to add pictures to without JavaScript. */
async function raise(event: RequestEvent, about: 'publish' | 'draft' | 'pictures') {
  const form = await event.request.formData();
  const values = valuesOf(form);
  const kept = { about, values };
  const unclear = await clearWard(event, kept);
  if (unclear) return unclear;
  const restricted = (await programmesFor(event)).filter((one) => one.restricted).map(({ code }) => code);
  const { input, errors } = readChallenge(values, about !== 'publish', { restricted });
  if (!input) return failFields(event, errors, kept);
  const body = { ...input, personalData: choiceIn(values) };
  return withSignIn(event, form, kept, async (api) => {
    const raiseIt = (headers: Record<string, string>) => api.challenge.raiseChallenge({ body, headers });
    const { id } = await sendOnce(textOf(values, 'key'), body, raiseIt);
    const path = localPath(languageOfPath(event.url.pathname), `/challenges/${id}`);
    if (about === 'pictures') redirect(303, `${path}/pictures`);
    leaveNotice(event, about === 'publish' ? 'opened' : 'drafted', undefined, path);
    redirect(303, path);
  });
}
