/** What is like a draft, for the preview step: this is how those without JavaScript learn of it. */
import { ProblemError } from '@hanoi/core/api/client';
import type { RequestEvent } from '@sveltejs/kit';
import type { ComposeAnswer } from '$lib/form/compose-answer';
import { textOf } from '$lib/form/form-values';
import { languageOfPath } from '$lib/language/path';
import { apiFor } from '$lib/server/api';
import { alikeView } from './alike-view';
import { draftOf } from './draft-of';

/** `answer` with what is like its draft; with `challenge`, among the solutions of that. Without an answer of the search, as it was. */
export async function withAlike(
  event: RequestEvent,
  answer: ComposeAnswer,
  challenge?: string,
): Promise<ComposeAnswer> {
  const body = draftOf((name) => textOf(answer.values, name));
  const api = apiFor(event).search;
  try {
    const { items } = challenge
      ? await api.findAlikeSolutions({ params: { id: challenge }, body })
      : await api.findAlikeChallenges({ body });
    return { ...answer, alike: items.map((alike) => alikeView(alike, languageOfPath(event.url.pathname))) };
  } catch (thrown) {
    // A hint: the preview is worth showing without it.
    if (thrown instanceof ProblemError) return answer;
    throw thrown;
  }
}
