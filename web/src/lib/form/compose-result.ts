/** What an action's result means for the form that is on the screen, where the person may have typed on meanwhile. */
import type { Language } from '@hanoi/core/person/schema';
import * as common from '@hanoi/i18n/common';
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
  const { failedTitle: title, failedText: detail } = common[language].errors;
  const about = [...action.searchParams.keys()][0]?.slice(1) ?? '';
  const requestId = result.type === 'error' ? result.error?.requestId : undefined;
  return { about, values: now, problem: { code: 'internal_error', title, detail, requestId } };
}
