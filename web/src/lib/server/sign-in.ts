/**
 * Signing in inside any form. A form sent without a session comes back with everything typed and asks for an e-mail
 * address, then for the code; the send that brings the right code signs in and does what the form was for. So does the way
 * through an identity provider, which the form waits for. A form that publishes asks for a name in the same way, when the person has none.
 */

import { ProblemError } from '@hanoi/core/api/client';
import type { Client } from '@hanoi/core/contracts';
import { requestSchema } from '@hanoi/core/identity/schema';
import type { ErrorCode } from '@hanoi/core/shared/errors';
import { randomToken } from '@hanoi/core/shared/hash';
import { fieldMessage } from '@hanoi/i18n/form';
import * as words from '@hanoi/i18n/sign-in';
import { type ActionFailure, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import type { FormAnswer, FormValues, SignInState } from '$lib/form/form-answer';
import { languageOfPath, localPath } from '$lib/language/path';
import { apiFor } from './api';
import { carryThroughProvider } from './carried-form';
import { failWith, messageOf } from './problems';
import { openSession } from './session';
import { shownAddress } from './shown-address';

type Kept = { about: string; values: FormValues };

/**
 * Runs `run` for somebody signed in. Answers the form again while signing in is not done, and when `run` throws a
 * problem; `kept` goes back into the form both times.
 */
export async function withSignIn<Result>(
  event: RequestEvent,
  form: FormData,
  kept: Kept,
  run: (api: Client) => Promise<Result>,
): Promise<Result | ActionFailure<FormAnswer>> {
  const asked = (await signInStep(event, form)) ?? (await nameStep(event, form));
  if (asked) return fail(422, { ...kept, signIn: asked } satisfies FormAnswer);
  try {
    return await run(apiFor(event));
  } catch (thrown) {
    // The session ended meanwhile.
    if (!event.locals.session) return fail(422, { ...kept, signIn: askEmail() } satisfies FormAnswer);
    if (isCode(thrown, 'name_required')) return fail(422, { ...kept, signIn: askName() } satisfies FormAnswer);
    return failWith(event, thrown, kept);
  }
}

/** Redirects readers who are not signed in to the sign-in page, which returns here. */
export function requireSignIn(event: RequestEvent): never {
  const { pathname, search } = event.url;
  const page = localPath(languageOfPath(pathname), '/sign-in');
  redirect(303, `${page}?${new URLSearchParams({ next: pathname + search })}`);
}

/** The next question to ask before there is a session; undefined when there is one. */
export async function signInStep(event: RequestEvent, form: FormData): Promise<SignInState | undefined> {
  if (event.locals.session) return undefined;
  const asked = { email: text(form, 'signInEmail'), request: requestOf(form) };
  const wish = text(form, 'signInWish');
  if (wish === 'provider') return carry(event, form, asked.request);
  if (!asked.email || wish === 'other-email') return askEmail(asked.request);
  try {
    if (!form.has('signInCode') || wish === 'resend') return await sendCode(event, asked);
    const body = { ...asked, code: text(form, 'signInCode') };
    openSession(event, await apiFor(event).identity.openSession({ body }));
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    return refused(event, thrown, asked, form.has('signInCode'));
  }
}

/** Leads to the identity provider; the form waits, and is sent when its sender comes back. */
async function carry(event: RequestEvent, form: FormData, request: string): Promise<SignInState> {
  try {
    return await carryThroughProvider(event, form);
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    const { code } = thrown.problem;
    const isTooLong = code === 'invalid_input' || code === 'payload_too_large';
    if (!isTooLong) return refused(event, thrown, { email: '', request }, false);
    const t = words[languageOfPath(event.url.pathname)];
    return { ...askEmail(request), error: t.tooLongToCarry(oidcName() ?? '') };
  }
}

/** Sets the name that was asked for; the question again when it is none that people may have. */
async function nameStep(event: RequestEvent, form: FormData): Promise<SignInState | undefined> {
  if (!form.has('signInName')) return undefined;
  const name = text(form, 'signInName');
  try {
    await apiFor(event).person.editMe({ body: { name } });
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    if (!event.locals.session) return askEmail();
    const { problem } = thrown;
    const wrong = problem.errors.find(({ path }) => path === '/name');
    const message = messageOf(event, problem);
    const language = languageOfPath(event.url.pathname);
    const error = wrong ? fieldMessage(language, 'name', wrong.code, name) : `${message.title}. ${message.detail}`;
    return { ...askName(), name, error };
  }
}

/** What the OpenID Connect provider is called on buttons; undefined where there is none. */
export function oidcName(): string | undefined {
  return process.env.OIDC_NAME || undefined;
}

type Asked = { email: string; request: string };

function askEmail(request?: string): SignInState {
  return { step: 'email', email: '', request, oidc: oidcName() };
}

function askName(): SignInState {
  return { step: 'name', email: '' };
}

function isCode(thrown: unknown, code: ErrorCode): boolean {
  return thrown instanceof ProblemError && thrown.problem.code === code;
}

/** By what this browser is known again while it signs in: it has tries of its own then, which no stranger can use up. */
function requestOf(form: FormData): string {
  const { data } = requestSchema.safeParse(text(form, 'signInRequest'));
  return data ?? randomToken(16);
}

async function sendCode(event: RequestEvent, asked: Asked): Promise<SignInState> {
  const language = languageOfPath(event.url.pathname);
  await apiFor(event).identity.requestCode({ body: { ...asked, language } });
  return { step: 'code', ...asked, email: shownAddress(asked.email) };
}

/** Asks again, and says what was wrong with the answer. */
function refused(event: RequestEvent, { problem }: ProblemError, asked: Asked, hadCode: boolean): SignInState {
  const language = languageOfPath(event.url.pathname);
  const atEmail = { ...askEmail(), ...asked };
  if (problem.code === 'invalid_input') {
    const isEmail = problem.errors.some(({ path }) => path === '/email');
    const error = fieldMessage(language, isEmail ? 'email' : 'code', 'invalid_format', asked.email);
    return isEmail ? { ...atEmail, error } : { step: 'code', ...asked, error };
  }
  const message = messageOf(event, problem);
  const error = `${message.title}. ${message.detail}`;
  return hadCode ? { step: 'code', ...asked, error } : { ...atEmail, error };
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
