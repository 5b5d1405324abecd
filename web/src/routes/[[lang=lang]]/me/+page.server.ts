/** The profile: how one is called, in which language one is written to, where one lives; signing out, here and elsewhere. */

import { ProblemError } from '@hanoi/core/api/client';
import type { Client } from '@hanoi/core/contracts';
import { type MeChange, meChangeSchema } from '@hanoi/core/person/schema';
import { type Actions, type RequestEvent, redirect } from '@sveltejs/kit';
import { textOf, valuesOf } from '$lib/form/form-values';
import { fieldErrors } from '$lib/form/schema-errors.server';
import { languageOfPath, localPath } from '$lib/language/path';
import { apiFor } from '$lib/server/api';
import { failFields, throwPage } from '$lib/server/problems';
import { clearSession } from '$lib/server/session';
import { shownAddress } from '$lib/server/shown-address';
import { requireSignIn, withSignIn } from '$lib/server/sign-in';
import { clearWard, findWard } from '$lib/ward/ward-action.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  await event.parent();
  const { searchParams } = event.url;
  return { ...(await read(event)), isSaved: searchParams.has('saved'), isEnded: searchParams.has('ended') };
};

/** As long as somebody may ask for another look. */
const latestDays = 30;
const day = 86_400_000;

async function read(event: Parameters<PageServerLoad>[0]) {
  const api = apiFor(event);
  try {
    const [me, sessions, decisions] = await Promise.all([
      api.person.getMe(),
      api.session.listMySessions(),
      api.moderation.listMyDecisions({ query: { limit: 3 } }),
    ]);
    const since = new Date(Date.now() - latestDays * day).toISOString();
    return {
      me: { ...me, email: me.email && shownAddress(me.email) },
      sessions: sessions.items,
      latest: decisions.items.filter(({ at }) => at > since),
    };
  } catch (thrown) {
    if (thrown instanceof ProblemError && thrown.problem.status === 401) requireSignIn(event);
    throwPage(event, thrown);
  }
}

export const actions = { save, findWard, signOut, endSession, endOthers } satisfies Actions;

async function save(event: RequestEvent) {
  const form = await event.request.formData();
  const values = valuesOf(form);
  const kept = { about: 'save', values };
  const unclear = await clearWard(event, kept);
  if (unclear) return unclear;
  const wanted = {
    name: textOf(values, 'name'),
    language: textOf(values, 'language'),
    ward: textOf(values, 'ward') || null,
    version: Number(textOf(values, 'version')),
  };
  const parsed = meChangeSchema.safeParse(wanted);
  if (!parsed.success) return failFields(event, fieldErrors(parsed.error), kept);
  return withSignIn(event, form, kept, async (api) => {
    await api.person.editMe({ body: parsed.data satisfies MeChange });
    redirect(303, `${localPath(languageOfPath(event.url.pathname), '/me')}?saved`);
  });
}

async function signOut(event: RequestEvent) {
  const home = localPath(languageOfPath(event.url.pathname), '/');
  try {
    if (event.locals.session) await apiFor(event).identity.closeSession();
  } catch (thrown) {
    // A session that has ended already is what was wanted.
    if (!(thrown instanceof ProblemError) || thrown.problem.status >= 500) throwPage(event, thrown);
  }
  clearSession(event);
  // Drafts belong to a person: none stays on the device for the next one. Cookies are not named, as there are others.
  event.setHeaders({ 'clear-site-data': '"storage"' });
  redirect(303, home);
}

async function endSession(event: RequestEvent) {
  const form = await event.request.formData();
  const id = String(form.get('session') ?? '');
  return end(event, (api) => api.session.endSession({ params: { id } }));
}

async function endOthers(event: RequestEvent) {
  return end(event, (api) => api.session.endOtherSessions());
}

async function end(event: RequestEvent, run: (api: Client) => Promise<unknown>) {
  try {
    await run(apiFor(event));
  } catch (thrown) {
    if (thrown instanceof ProblemError && thrown.problem.status === 401) requireSignIn(event);
    throwPage(event, thrown);
  }
  redirect(303, `${localPath(languageOfPath(event.url.pathname), '/me')}?ended`);
}
