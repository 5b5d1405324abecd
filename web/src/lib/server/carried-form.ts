/**
 * Carries a form through signing in at the identity provider, also without scripts: the API keeps it, a cookie of this browser has its key,
 * and the page `/sign-in/sent` sends it when its sender is back. The key is in no address, so that nobody can make another send a form.
 */
import { type RequestEvent, redirect } from '@sveltejs/kit';
import { oidcAddress } from '$lib/form/oidc-address';
import { languageOfPath, localPath } from '$lib/language/path';
import { apiFor } from './api';

/** A form as it was sent: where to, and its fields, but for those of signing in. */
export type CarriedForm = { action: string; fields: [name: string, value: string][] };

const minute = 60;
const lifetime = 15 * minute;

/** Keeps the form and leads to the provider. @throws ProblemError when it is too long to be kept, or too many are */
export async function carryThroughProvider(event: RequestEvent, form: FormData): Promise<never> {
  const fields = [...form].flatMap(([name, value]): CarriedForm['fields'] =>
    typeof value === 'string' && !name.startsWith('signIn') ? [[name, value]] : [],
  );
  const { pathname, search } = event.url;
  const carried: CarriedForm = { action: pathname + search, fields };
  const { key } = await apiFor(event).identity.carryForm({ body: { form: JSON.stringify(carried) } });
  const id = key.slice(0, 12);
  const { name, attributes } = cookieOf(event, id);
  event.cookies.set(name, key, { ...attributes, maxAge: lifetime });
  redirect(303, oidcAddress(localPath(languageOfPath(pathname), `/sign-in/sent?form=${id}`)));
}

/** The form this browser sent before it signed in, for who is signed in now. @throws ProblemError not_found, when it waited too long */
export async function carriedForm(event: RequestEvent, id: string): Promise<CarriedForm | undefined> {
  const key = event.cookies.get(cookieOf(event, id).name);
  if (!key?.startsWith(id)) return undefined;
  const { form } = await apiFor(event).identity.getCarriedForm({ query: { key } });
  return JSON.parse(form) as CarriedForm;
}

/** It was sent, and is not sent again. */
export function forgetCarried(event: RequestEvent, id: string): void {
  const { name, attributes } = cookieOf(event, id);
  event.cookies.delete(name, attributes);
}

function cookieOf(event: RequestEvent, id: string) {
  const secure = event.url.protocol === 'https:';
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return { name: `${secure ? '__Host-' : ''}form-${id}`, attributes };
}
