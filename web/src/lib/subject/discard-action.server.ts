/** The form action that throws a draft away, for every kind that has drafts. */
import type { Client } from '@hanoi/core/contracts';
import { type SubjectKind, specOf } from '@hanoi/core/subject/kinds';
import { type RequestEvent, redirect } from '@sveltejs/kit';
import { languageOfPath, localPath } from '$lib/language/path';
import { withSignIn } from '$lib/server/sign-in';

const calls = {
  challenge: (api: Client, id: string) => api.challenge.discardChallenge({ params: { id } }),
  solution: (api: Client, id: string) => api.solution.discardSolution({ params: { id } }),
} satisfies Partial<Record<SubjectKind, (api: Client, id: string) => Promise<unknown>>>;

/** The action `discard` of a page at `…/[id]`. It leads to one's own list of the kind. */
export function discardAction(kind: keyof typeof calls) {
  return async (event: RequestEvent) => {
    const form = await event.request.formData();
    return withSignIn(event, form, { about: 'discard', values: {} }, async (api) => {
      await calls[kind](api, event.params.id ?? '');
      const list = localPath(languageOfPath(event.url.pathname), `/me/${specOf(kind).path}`);
      redirect(303, `${list}?discarded`);
    });
  };
}
