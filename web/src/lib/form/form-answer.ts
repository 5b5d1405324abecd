/** What a form action answers when it did not come to its end. Pages read nothing else from `form`. */

import type { MaskedDatum } from '@hanoi/core/shared/personal-data';

/** Fields as typed, by name. */
export type FormValues = Record<string, string | string[]>;
/** The message for each wrong field, by name. */
export type FieldErrors = Record<string, string>;
/**
 * Where signing in stands inside a form: the address is asked, then the code, then a name, if the form publishes and the person
 * has none. `request` is by what the API knows this browser
 * again, `oidc` names the other way in, if there is one.
 */
export type SignInState = {
  step: 'email' | 'code' | 'name';
  email: string;
  name?: string;
  request?: string;
  error?: string;
  oidc?: string;
};

export type FormAnswer = {
  /** Which form of the page it is about. */
  about: string;
  values: FormValues;
  /** With the id of the request when the fault is ours, to be quoted. */
  problem?: { code: string; title: string; detail: string; requestId?: string };
  fieldErrors?: FieldErrors;
  signIn?: SignInState;
  /** Personal data about which the author is asked before anything is sent. */
  masked?: MaskedDatum[];
};

/** The answer when it is about the form `about`. */
export function answerFor<Answer extends { about: string }>(
  form: Answer | null | undefined,
  about: string,
): Answer | undefined {
  return form?.about === about ? form : undefined;
}
