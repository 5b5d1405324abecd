/** Problems of the API as pages show them: a message, and for forms also what was typed and which field is wrong. */

import { type Problem, ProblemError } from '@hanoi/core/api/client';
import type { Language } from '@hanoi/core/person/schema';
import type { ReportReason } from '@hanoi/core/report/schema';
import type { FieldError } from '@hanoi/core/shared/app-error';
import { type ErrorCode, errorCatalogue, isFault } from '@hanoi/core/shared/errors';
import type { MaskedDatum } from '@hanoi/core/shared/personal-data';
import { cleanText } from '@hanoi/core/shared/text';
import * as common from '@hanoi/i18n/common';
import * as compose from '@hanoi/i18n/compose';
import * as decision from '@hanoi/i18n/decision';
import { errorMessages, withPlaces } from '@hanoi/i18n/errors';
import { fieldMessage } from '@hanoi/i18n/form';
import { formatDay } from '@hanoi/i18n/language';
import * as report from '@hanoi/i18n/report';
import { error, fail, type RequestEvent } from '@sveltejs/kit';
import type { FieldErrors, FormAnswer, FormValues } from '$lib/form/form-answer';
import { languageOfPath } from '$lib/language/path';

type Kept = { about: string; values: FormValues };

/**
 * What a form answers after `thrown`: the message, the fields concerned, everything typed.
 * Throws on whatever is no problem of the API (redirects, faults of ours).
 */
export function failWith(event: RequestEvent, thrown: unknown, kept: Kept) {
  if (!(thrown instanceof ProblemError)) throw thrown;
  const { status, code, errors } = thrown.problem;
  // The author is asked, and nothing is wrong.
  const masked = code === 'personal_data_found' ? (thrown.problem.masked as MaskedDatum[]) : undefined;
  const fieldErrors = masked ? {} : fieldErrorsOf(event, errors, kept.values, thrown.problem);
  const problem = { code, ...messageOf(event, thrown.problem), ...toQuote(event, status, code) };
  return fail(status, { ...kept, problem, fieldErrors, ...(masked && { masked }) } satisfies FormAnswer);
}

/** What a form answers when its fields are wrong before anything was sent. */
export function failFields(event: RequestEvent, errors: readonly FieldError[], kept: Kept) {
  const { title, detail } = errorMessages[languageOfPath(event.url.pathname)].invalid_input;
  const fieldErrors = fieldErrorsOf(event, errors, kept.values);
  return fail(400, { ...kept, problem: { code: 'invalid_input', title, detail }, fieldErrors } satisfies FormAnswer);
}

/** Ends a page's load with the error page for `thrown`. */
export function throwPage(event: RequestEvent, thrown: unknown): never {
  if (!(thrown instanceof ProblemError)) throw thrown;
  const { status, code, retryAfter } = thrown.problem;
  const { title, detail } = messageOf(event, thrown.problem);
  if (typeof retryAfter === 'number') event.setHeaders({ 'retry-after': String(retryAfter) });
  error(status, { message: title, detail, typed: event.locals.typed, ...toQuote(event, status, code) });
}

/** Ends a page's load, or an action, with the error page for `code`. */
export function throwProblem(event: RequestEvent, code: ErrorCode): never {
  const { title, detail } = errorMessages[languageOfPath(event.url.pathname)][code];
  error(errorCatalogue[code], { message: title, detail, typed: event.locals.typed });
}

/** By what our faults are found in the log. */
function toQuote(event: RequestEvent, status: number, code: string): { requestId?: string } {
  return isFault(status, code) ? { requestId: event.locals.requestId } : {};
}

/** What a problem says in the page's language; where one has to wait, how long. */
export function messageOf(event: RequestEvent, problem: Problem): { title: string; detail: string } {
  const language = languageOfPath(event.url.pathname);
  const hidden = stubIn(problem);
  if (hidden) return stubWords(language, hidden);
  const { title, detail } = errorMessages[language][problem.code as ErrorCode] ?? problem;
  const { retryAfter } = problem;
  if (typeof retryAfter !== 'number') return { title, detail: withPlaces(detail, problem, language) };
  const { waitMinutes, waitSeconds } = common[language].errors;
  if (problem.code === 'network_busy') return { title, detail: waitSeconds(retryAfter) };
  const mustWait = problem.code === 'too_many_requests' && retryAfter > 60;
  return { title, detail: mustWait ? waitMinutes(Math.ceil(retryAfter / 60)) : detail };
}

type Stub = { reason: ReportReason; at: string };

/** Why and when moderators hid what was asked for, where they did. */
function stubIn(problem: Problem): Stub | undefined {
  return (problem as { hidden?: Stub }).hidden;
}

function stubWords(language: Language, { reason, at }: Stub): { title: string; detail: string } {
  const words = decision[language];
  return { title: words.gone, detail: words.goneText(formatDay(language, at), report[language].reasons[reason].name) };
}

/** The first error of each field, by the field's name: `/images/0/alt` belongs to `images`. */
function fieldErrorsOf(
  event: RequestEvent,
  errors: readonly FieldError[],
  values: FormValues,
  facts: Readonly<Record<string, unknown>> = {},
): FieldErrors {
  const language = languageOfPath(event.url.pathname);
  const byField: FieldErrors = {};
  for (const { path, code } of errors) {
    const name = path.split('/')[1] ?? '';
    // Counted as the API counts: without what nobody sees.
    const value = values[name];
    const text = typeof value === 'string' ? cleanText(value) : value;
    byField[name] ??= withPlaces(fieldMessage(language, name, code, text, labelOf(event, name)), facts, language);
  }
  return byField;
}

/** The forms of a challenge and of a solution head their longest field each in its own way. */
function labelOf(event: RequestEvent, name: string): string | undefined {
  if (name !== 'body') return undefined;
  const words = compose[languageOfPath(event.url.pathname)];
  return (event.route.id?.includes('/solutions') ? words.solution : words.challenge).body;
}
