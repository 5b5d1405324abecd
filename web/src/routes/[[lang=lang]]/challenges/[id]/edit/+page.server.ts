/** Editing a challenge, for those who made it; or opening a draft after a last look. */
import type { Challenge, ChallengeChange, NewChallenge } from '@hanoi/core/challenge/schema';
import type { Client } from '@hanoi/core/contracts';
import { type Actions, type RequestEvent, redirect } from '@sveltejs/kit';
import { challengeFormData, challengeValues, readChallenge } from '$lib/challenge/challenge-form.server';
import { composeActions, hasTooMany, takeImages, tooMany } from '$lib/form/compose-actions.server';
import { changesOf, failConflict, isConflict } from '$lib/form/edit-version.server';
import { textOf, valuesOf } from '$lib/form/form-values';
import { languageOfPath, localPath } from '$lib/language/path';
import { apiFor } from '$lib/server/api';
import { failFields, throwPage, throwProblem } from '$lib/server/problems';
import { requireSignIn, withSignIn } from '$lib/server/sign-in';
import { leaveNotice } from '$lib/subject/action-notice.server';
import { clearWard, findWard } from '$lib/ward/ward-action.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { person } = await event.parent();
  const isReading = event.request.method === 'GET';
  if (!person && isReading) requireSignIn(event);
  const offer = challengeFormData(person);
  // The session ended while the form was filled in: the form asks to sign in and still holds what was typed.
  if (!person) return { title: '', status: 'draft', initial: {}, offer };
  const challenge = await editable(event);
  return { title: challenge.title, status: challenge.status, initial: challengeValues(challenge), offer };
};

async function editable(event: Parameters<PageServerLoad>[0]): Promise<Challenge> {
  try {
    const challenge = await apiFor(event).challenge.getChallenge({ params: { id: event.params.id } });
    if (!challenge.viewer?.mayEdit) throwProblem(event, 'not_allowed');
    if (challenge.status !== 'draft' && challenge.status !== 'open') throwProblem(event, 'challenge_closed');
    return challenge;
  } catch (thrown) {
    throwPage(event, thrown);
  }
}

export const actions = {
  ...composeActions,
  findWard,
  save: (event) => save(event, 'save'),
  publish: (event) => save(event, 'publish'),
} satisfies Actions;

async function save(event: RequestEvent, about: 'save' | 'publish') {
  const form = await event.request.formData();
  const values = valuesOf(form);
  const kept = { about, values };
  const params = { id: event.params.id ?? '' };
  const unclear = await clearWard(event, kept);
  if (unclear) return unclear;
  if (hasTooMany(form, values)) return tooMany(event, kept);
  return withSignIn(event, form, kept, async (api) => {
    await takeImages(event, form, values);
    const present = await api.challenge.getChallenge({ params });
    const { input, errors } = readChallenge(values, false, present.closesAt);
    if (!input) return failFields(event, errors, kept);
    const version = Number(textOf(values, 'version'));
    if (present.version !== version) return failConflict(event, kept, challengeValues(present));
    try {
      await edit(api, present, input, about === 'publish' && present.status === 'draft');
    } catch (thrown) {
      if (!isConflict(thrown)) throw thrown;
      return failConflict(event, kept, challengeValues(await api.challenge.getChallenge({ params })));
    }
    const path = localPath(languageOfPath(event.url.pathname), `/challenges/${params.id}`);
    if (about === 'publish') leaveNotice(event, 'opened', undefined, path);
    redirect(303, path);
  });
}

const fields = ['title', 'summary', 'body', 'programme', 'tags', 'ward', 'point', 'closesAt'] as const;

/** Sends what changed, and nothing when nothing did. @throws ProblemError */
async function edit(api: Client, present: Challenge, input: NewChallenge, opens: boolean): Promise<void> {
  const { id, version } = present;
  const shown = present.images.map((image) => ({ id: image.id, alt: image.alt }));
  const images = JSON.stringify(input.images) === JSON.stringify(shown) ? undefined : input.images;
  const change: ChallengeChange = {
    version,
    ...changesOf(input, present, fields),
    ...(images && { images }),
    ...(opens && { draft: false }),
  };
  if (Object.keys(change).length > 1) await api.challenge.editChallenge({ params: { id }, body: change });
}
