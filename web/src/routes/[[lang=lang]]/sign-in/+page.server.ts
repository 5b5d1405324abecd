/** Signing in on a page of its own, for those who come to do just that. */
import type { ErrorCode } from '@hanoi/core/shared/errors';
import { errorMessages } from '@hanoi/i18n/errors';
import { type Actions, fail, redirect } from '@sveltejs/kit';
import type { FormAnswer } from '$lib/form/form-answer';
import { languageOfPath, localPath } from '$lib/language/path';
import { safeNext } from '$lib/server/next-path';
import { oidcName, signInStep } from '$lib/server/sign-in';
import type { PageServerLoad } from './$types';

/** What the OpenID Connect way may come back with; all else is told as its failure. */
const tellable: readonly ErrorCode[] = [
  'oidc_cancelled',
  'oidc_expired',
  'oidc_unavailable',
  'feature_off',
  'busy',
  'too_many_requests',
];

export const load: PageServerLoad = async ({ parent, url, setHeaders }) => {
  const { person, language } = await parent();
  const next = safeNext(url.searchParams.get('next'), localPath(language, '/me'));
  if (person) redirect(303, next);
  setHeaders({ 'cache-control': 'private, no-store' });
  const told = url.searchParams.get('problem');
  const code = told && (tellable.find((candidate) => candidate === told) ?? 'oidc_failed');
  return { next, oidc: oidcName(), problem: code ? errorMessages[language][code] : null };
};

export const actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const signIn = await signInStep(event, form);
    if (signIn) return fail(422, { about: 'sign-in', values: {}, signIn } satisfies FormAnswer);
    const next = form.get('next');
    const language = languageOfPath(event.url.pathname);
    redirect(303, safeNext(typeof next === 'string' ? next : null, localPath(language, '/me')));
  },
} satisfies Actions;
