/**
 * Where somebody comes back to who sent a form, and signed in at the identity provider for it: the form is sent now. What it answers with
 * another question, such as the name to publish under, is asked when they send it themselves.
 */
import { redirect } from '@sveltejs/kit';
import { localPath } from '$lib/language/path';
import { carriedForm, forgetCarried } from '$lib/server/carried-form';
import { edgeHeaders } from '$lib/server/edge';
import { throwPage } from '$lib/server/problems';
import { requireSignIn } from '$lib/server/sign-in';
import type { PageServerLoad } from './$types';

/** One button to press. */
export const csr = false;

export const load: PageServerLoad = async (event) => {
  const { person, language } = await event.parent();
  event.setHeaders({ 'cache-control': 'private, no-store' });
  if (!person) requireSignIn(event);
  const id = event.url.searchParams.get('form') ?? '';
  const { action, fields } = await find(event, id, localPath(language, '/me'));
  const body = new URLSearchParams(fields);
  const headers = { accept: 'text/html', ...edgeHeaders(event) };
  const answer = await event.fetch(action, { method: 'POST', body, headers });
  const location = answer.headers.get('location');
  if (location) {
    forgetCarried(event, id);
    redirect(303, location);
  }
  return { action, fields };
};

/** The form; without one, as after it was sent, there is nothing to do here. */
async function find(event: Parameters<PageServerLoad>[0], id: string, otherwise: string) {
  try {
    return (await carriedForm(event, id)) ?? redirect(303, otherwise);
  } catch (thrown) {
    throwPage(event, thrown);
  }
}
