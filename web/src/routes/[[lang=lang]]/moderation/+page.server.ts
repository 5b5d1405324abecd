/** The queue of moderators, a page at a time; and hiding several items as spam at once. */
import { ProblemError } from '@hanoi/core/api/client';
import type { Client } from '@hanoi/core/contracts';
import type { ItemId } from '@hanoi/core/shared/ids';
import * as moderation from '@hanoi/i18n/moderation';
import type { Actions, RequestEvent } from '@sveltejs/kit';
import { languageOfPath } from '$lib/language/path';
import { kindIn } from '$lib/moderation/queue-address';
import { recordedIn } from '$lib/moderation/recorded.server';
import { apiFor } from '$lib/server/api';
import { messageOf, throwPage } from '$lib/server/problems';
import { requireSignIn, withSignIn } from '$lib/server/sign-in';
import type { PageServerLoad } from './$types';

/** One small script instead of a framework: see lib/moderation. */
export const csr = false;

export const load: PageServerLoad = async (event) => {
  const { person } = await event.parent();
  if (!person) requireSignIn(event);
  const { searchParams } = event.url;
  const [kind, cursor] = [kindIn(event.url), searchParams.get('cursor') ?? undefined];
  try {
    const [page, recorded] = await Promise.all([
      apiFor(event).moderation.getQueue({ query: { kind, cursor, limit: 25 } }),
      recordedIn(event),
    ]);
    return { ...page, kind, isFirst: !cursor, recorded, me: person.id };
  } catch (thrown) {
    if (thrown instanceof ProblemError && thrown.problem.status === 401) requireSignIn(event);
    throwPage(event, thrown);
  }
};

export const actions = { spam } satisfies Actions;

/** As many as stand on a page of the queue. */
const mostAtOnce = 25;

/** Each item gets a decision of its own. One that cannot be decided does not keep the others from it. */
async function spam(event: RequestEvent) {
  const form = await event.request.formData();
  const chosen = [...new Set(form.getAll('item').map(String))].slice(0, mostAtOnce) as ItemId[];
  return withSignIn(event, form, { about: 'spam', values: {} }, async (api) => {
    const left: { id: string; why: string }[] = [];
    for (const id of chosen) {
      const why = await hideAsSpam(event, api, id);
      if (why) left.push({ id, why });
    }
    return { about: 'spam', values: {}, count: chosen.length - left.length, left };
  });
}

/** What kept it from being hidden; undefined when nothing did. */
async function hideAsSpam(event: RequestEvent, api: Client, id: ItemId): Promise<string | undefined> {
  const note = moderation[languageOfPath(event.url.pathname)].snippets.spam[0];
  try {
    await api.moderation.decide({ params: { id }, body: { action: 'hide', reason: 'spam', note } });
    return undefined;
  } catch (thrown) {
    // Without a session nothing can be decided, and the person is asked to sign in.
    if (!(thrown instanceof ProblemError) || thrown.problem.status === 401) throw thrown;
    return messageOf(event, thrown.problem).title;
  }
}
