/** Jobs: how often each runs, how its last run came out; running one now. */
import { jobNameSchema } from '@hanoi/core/job/schema';
import * as messages from '@hanoi/i18n/admin-jobs';
import { type Actions, fail } from '@sveltejs/kit';
import { act } from '$lib/admin/act.server';
import type { FormAnswer } from '$lib/form/form-answer';
import { languageOfPath } from '$lib/language/path';
import { apiFor } from '$lib/server/api';
import { throwPage } from '$lib/server/problems';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  await event.parent();
  try {
    const { items } = await apiFor(event).job.listJobs();
    return { jobs: items, isDone: event.url.searchParams.has('done') };
  } catch (thrown) {
    throwPage(event, thrown);
  }
};

export const actions = {
  async run(event) {
    const form = await event.request.formData();
    const { data: name } = jobNameSchema.safeParse(form.get('job'));
    if (!name) {
      const problem = { code: 'not_found', ...messages[languageOfPath(event.url.pathname)].unknown };
      return fail(404, { about: 'run', values: {}, problem } satisfies FormAnswer);
    }
    return act(event, form, `run-${name}`, (api) => api.job.runJob({ params: { name } }));
  },
} satisfies Actions;
