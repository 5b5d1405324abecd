/** What an action's result means for the form that is on the screen, where the person may have typed on meanwhile. */
import type { Language } from '@hanoi/core/person/schema';
import * as common from '@hanoi/i18n/common';
import { connection } from '@hanoi/i18n/connection';
import type { ActionResult } from '@sveltejs/kit';
import type { ComposeAnswer } from './compose-answer';
import type { FormValues } from './form-answer';

/**
 * The answer for a form that was `sent` so and stands so `now`: what was typed since stays, and only what the server
 * itself changed is taken over.
 */
export function answerNow(
  result: ActionResult,
  action: URL,
  sent: FormValues,
  now: FormValues,
  language: Language,
): ComposeAnswer {
  if (result.type === 'success' || result.type === 'failure') {
    const answer = result.data as ComposeAnswer;
    const changed = Object.entries(answer.values).filter(([name, value]) => String(value) !== String(sent[name] ?? ''));
    return { ...answer, values: { ...now, ...Object.fromEntries(changed) } };
  }
  const about = [...action.searchParams.keys()][0]?.slice(1) ?? '';
  return { about, values: now, problem: problemOf(result, language) };
}

/** Whether a form got no answer at all: there is no connection, or it broke off. SvelteKit gives no status then. */
export function isLost(result: ActionResult): boolean {
  return result.type === 'error' && result.status === undefined && result.error instanceof TypeError;
}

/** What went wrong where the form has no answer: no connection, a page in trouble, or a refusal before it was read. */
function problemOf(result: ActionResult, language: Language): NonNullable<ComposeAnswer['problem']> {
  const { failedTitle, failedText } = common[language].errors;
  if (isLost(result)) return { code: 'connection_lost', ...connection[language] };
  const { message, detail, requestId } = (result.type === 'error' ? result.error : undefined) ?? {};
  const isTold = typeof message === 'string' && typeof detail === 'string';
  return {
    code: 'internal_error',
    title: isTold ? message : failedTitle,
    detail: isTold ? detail : failedText,
    requestId,
  };
}
