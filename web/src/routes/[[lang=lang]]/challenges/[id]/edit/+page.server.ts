/** Editing a challenge, for those who made it; or opening a draft after a last look. */
import { isEditable } from '@hanoi/core/card/status';
import type { Challenge, ChallengeChange, NewChallenge } from '@hanoi/core/challenge/schema';
import type { Actions } from '@sveltejs/kit';
import { challengeFormData, challengeValues, readChallenge } from '$lib/challenge/challenge-form.server';
import { composeActions, preview } from '$lib/form/compose-actions.server';
import { type Editing, isChange, saveEdit } from '$lib/form/save-edit.server';
import { apiFor } from '$lib/server/api';
import { throwPage, throwProblem } from '$lib/server/problems';
import { programmesFor } from '$lib/server/programmes';
import { requireSignIn } from '$lib/server/sign-in';
import { clearWard, findWard } from '$lib/ward/ward-action.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [{ person, language }, programmes] = await Promise.all([event.parent(), programmesFor(event)]);
  const isReading = event.request.method === 'GET';
  if (!person && isReading) requireSignIn(event);
  // The session ended while the form was filled in: the form asks to sign in and still holds what was typed.
  if (!person) {
    return { title: '', status: 'draft', initial: {}, offer: challengeFormData(person, programmes, language) };
  }
  const challenge = await editable(event);
  const offer = challengeFormData(person, programmes, language, challenge.programme);
  return { title: challenge.title, status: challenge.status, initial: challengeValues(challenge), offer };
};

async function editable(event: Parameters<PageServerLoad>[0]): Promise<Challenge> {
  try {
    const challenge = await apiFor(event).challenge.getChallenge({ params: { id: event.params.id } });
    if (!challenge.viewer?.mayEdit) throwProblem(event, 'not_allowed');
    if (!isEditable(challenge, new Date())) throwProblem(event, 'challenge_closed');
    return challenge;
  } catch (thrown) {
    throwPage(event, thrown);
  }
}

export const actions = {
  ...composeActions,
  preview: (event) => preview(event, (api) => editing.get(api, event.params.id ?? '')),
  findWard,
  save: (event) => saveEdit(event, 'save', editing),
  publish: (event) => saveEdit(event, 'publish', editing),
  pictures: (event) => saveEdit(event, 'pictures', editing),
} satisfies Actions;

const fields = ['title', 'summary', 'body', 'programme', 'tags', 'ward', 'point', 'closesAt'] as const;

const editing: Editing<NewChallenge, (typeof fields)[number], Challenge> = {
  path: 'challenges',
  get: (api, id) => api.challenge.getChallenge({ params: { id } }),
  hold: challengeValues,
  read: (values, present, isDraft) => readChallenge(values, isDraft, { present: present.closesAt }),
  fields,
  async send(api, id, changes, { publishes, personalData }) {
    const body: ChallengeChange = { ...changes, ...(publishes && { draft: false }) };
    if (isChange(body)) await api.challenge.editChallenge({ params: { id }, body: { ...body, personalData } });
  },
  published: 'opened',
  check: clearWard,
};
