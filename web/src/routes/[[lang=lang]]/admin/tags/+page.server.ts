/** Tags: which are in use, how often, and which were renamed; renaming and merging. */
import { ProblemError } from '@hanoi/core/api/client';
import { newTagNameSchema } from '@hanoi/core/tag/schema';
import type { Actions, RequestEvent } from '@sveltejs/kit';
import { act } from '$lib/admin/act.server';
import { textOf, valuesOf } from '$lib/form/form-values';
import { fieldErrors } from '$lib/form/schema-errors.server';
import { apiFor } from '$lib/server/api';
import { failFields, throwPage } from '$lib/server/problems';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  await event.parent();
  const { searchParams } = event.url;
  const q = searchParams.get('q')?.trim() ?? '';
  const cursor = searchParams.get('cursor') ?? undefined;
  try {
    const [changes, page] = await Promise.all([
      apiFor(event).tag.getTagChanges(),
      apiFor(event)
        .search.listTags({ query: { q, cursor, limit: 50 } })
        .catch(whileNotReady),
    ]);
    return { ...changes, page, q, isDone: searchParams.has('done') };
  } catch (thrown) {
    throwPage(event, thrown);
  }
};

/** The changes can be read all the same. */
function whileNotReady(thrown: unknown): null {
  if (thrown instanceof ProblemError && thrown.problem.code === 'search_not_ready') return null;
  throw thrown;
}

export const actions = { rename } satisfies Actions;

async function rename(event: RequestEvent) {
  const form = await event.request.formData();
  const values = valuesOf(form);
  const [from, into, reason] = ['from', 'into', 'reason'].map((name) => textOf(values, name));
  const about = `rename-${from}`;
  const { data: body, error } = newTagNameSchema.safeParse({
    from,
    into,
    reason,
    version: Number(textOf(values, 'version')),
  });
  if (!body) return failFields(event, fieldErrors(error), { about, values });
  return act(event, form, about, (api) => api.tag.renameTag({ body }));
}
