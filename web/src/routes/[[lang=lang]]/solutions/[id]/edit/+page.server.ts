/** Editing a solution, for those who made it; or submitting a draft after a last look. */
import type { NewSolution, Solution } from '@hanoi/core/solution/schema';
import type { Actions } from '@sveltejs/kit';
import { composeActions, preview } from '$lib/form/compose-actions.server';
import { type Editing, isChange, saveEdit } from '$lib/form/save-edit.server';
import { apiFor } from '$lib/server/api';
import { throwPage, throwProblem } from '$lib/server/problems';
import { requireSignIn } from '$lib/server/sign-in';
import { readSolution, solutionFormData, solutionValues } from '$lib/solution/solution-form.server';
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
  preview: (event) => preview(event, (api) => editing.get(api, event.params.id ?? '')),
  save: (event) => saveEdit(event, 'save', editing),
  publish: (event) => saveEdit(event, 'publish', editing),
  pictures: (event) => saveEdit(event, 'pictures', editing),
} satisfies Actions;

const fields = ['title', 'summary', 'body', 'tags'] as const;

const editing: Editing<NewSolution, (typeof fields)[number], Solution> = {
  path: 'solutions',
  get: (api, id) => api.solution.getSolution({ params: { id } }),
  hold: solutionValues,
  read: (values, _, isDraft) => readSolution(values, isDraft),
  fields,
  async send(api, id, body, { publishes, personalData }) {
    if (isChange(body)) await api.solution.editSolution({ params: { id }, body: { ...body, personalData } });
    if (publishes) await api.solution.submitSolution({ params: { id } });
  },
  published: 'submitted',
};
