/** Editing a solution, for those who made it; or submitting a draft after a last look. */
import type { Client } from '@hanoi/core/contracts';
import type { NewSolution, Solution, SolutionChange } from '@hanoi/core/solution/schema';
import { type Actions, type RequestEvent, redirect } from '@sveltejs/kit';
import { composeActions, hasTooMany, takeImages, tooMany } from '$lib/form/compose-actions.server';
import { changesOf, failConflict, isConflict } from '$lib/form/edit-version.server';
import { textOf, valuesOf } from '$lib/form/form-values';
import { languageOfPath, localPath } from '$lib/language/path';
import { apiFor } from '$lib/server/api';
import { failFields, throwPage, throwProblem } from '$lib/server/problems';
import { requireSignIn, withSignIn } from '$lib/server/sign-in';
import { readSolution, solutionFormData, solutionValues } from '$lib/solution/solution-form.server';
import { leaveNotice } from '$lib/subject/action-notice.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { person } = await event.parent();
  const isReading = event.request.method === 'GET';
  if (!person && isReading) requireSignIn(event);
  const offer = solutionFormData(person);
  // The session ended while the form was filled in: the form asks to sign in and still holds what was typed.
  if (!person) return { title: '', status: 'draft', initial: {}, offer, challenge: null };
  const solution = await editable(event);
  const { title, status, challengeId, challengeTitle } = solution;
  return {
    title,
    status,
    initial: solutionValues(solution),
    offer,
    challenge: { id: challengeId, title: challengeTitle },
  };
};

async function editable(event: Parameters<PageServerLoad>[0]): Promise<Solution> {
  try {
    const solution = await apiFor(event).solution.getSolution({ params: { id: event.params.id } });
    if (!solution.viewer?.mayEdit) throwProblem(event, 'not_allowed');
    if (solution.status !== 'draft' && solution.status !== 'submitted') throwProblem(event, 'solution_not_editable');
    return solution;
  } catch (thrown) {
    throwPage(event, thrown);
  }
}

export const actions = {
  ...composeActions,
  save: (event) => save(event, 'save'),
  publish: (event) => save(event, 'publish'),
} satisfies Actions;

async function save(event: RequestEvent, about: 'save' | 'publish') {
  const form = await event.request.formData();
  const values = valuesOf(form);
  const kept = { about, values };
  const params = { id: event.params.id ?? '' };
  if (hasTooMany(form, values)) return tooMany(event, kept);
  return withSignIn(event, form, kept, async (api) => {
    await takeImages(event, form, values);
    const present = await api.solution.getSolution({ params });
    const { input, errors } = readSolution(values);
    if (!input) return failFields(event, errors, kept);
    const version = Number(textOf(values, 'version'));
    if (present.version !== version) return failConflict(event, kept, solutionValues(present));
    try {
      await edit(api, present, input);
    } catch (thrown) {
      if (!isConflict(thrown)) throw thrown;
      return failConflict(event, kept, solutionValues(await api.solution.getSolution({ params })));
    }
    const path = localPath(languageOfPath(event.url.pathname), `/solutions/${params.id}`);
    if (about === 'publish' && present.status === 'draft') {
      await api.solution.submitSolution({ params });
      leaveNotice(event, 'submitted', undefined, path);
    }
    redirect(303, path);
  });
}

const fields = ['title', 'summary', 'body', 'tags'] as const;

/** Sends what changed, and nothing when nothing did. @throws ProblemError */
async function edit(api: Client, present: Solution, input: NewSolution): Promise<void> {
  const { id, version } = present;
  const shown = present.images.map((image) => ({ id: image.id, alt: image.alt }));
  const images = JSON.stringify(input.images) === JSON.stringify(shown) ? undefined : input.images;
  const change: SolutionChange = { version, ...changesOf(input, present, fields), ...(images && { images }) };
  if (Object.keys(change).length > 1) await api.solution.editSolution({ params: { id }, body: change });
}
