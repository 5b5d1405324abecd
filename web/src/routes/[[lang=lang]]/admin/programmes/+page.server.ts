/** Programmes: how many challenges each has, who changed what; making, changing, retiring one, bringing it back. */
import { newProgrammeSchema, programmeChangeSchema, retirementSchema } from '@hanoi/core/programme/schema';
import type { Actions, RequestEvent } from '@sveltejs/kit';
import { act } from '$lib/admin/act.server';
import type { FormValues } from '$lib/form/form-answer';
import { textOf, valuesOf } from '$lib/form/form-values';
import { fieldErrors } from '$lib/form/schema-errors.server';
import { apiFor } from '$lib/server/api';
import { failFields, throwPage } from '$lib/server/problems';
import { forgetProgrammes } from '$lib/server/programmes';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  await event.parent();
  const api = apiFor(event);
  try {
    const [found, { byProgramme }] = await Promise.all([api.programme.getProgrammeChanges(), api.figure.getFigures()]);
    return { ...found, counts: byProgramme, isDone: event.url.searchParams.has('done') };
  } catch (thrown) {
    throwPage(event, thrown);
  }
};

export const actions = { create, change, retire, restore } satisfies Actions;

async function create(event: RequestEvent) {
  const form = await event.request.formData();
  const values = valuesOf(form);
  const [code, order] = [textOf(values, 'programmeCode').trim().toUpperCase(), textOf(values, 'place')];
  const chosen = { ...(code && { code }), ...(order && { order: Number(order) }) };
  const { data: body, error } = newProgrammeSchema.safeParse({ ...textsIn(values), ...chosen });
  if (!body) return failFields(event, errorsOf(error), { about: 'create', values });
  return act(event, form, 'create', async (api) => {
    await api.programme.createProgramme({ body });
    forgetProgrammes();
  });
}

async function change(event: RequestEvent) {
  const form = await event.request.formData();
  const values = valuesOf(form);
  const about = `change-${textOf(values, 'code')}`;
  const given = { ...textsIn(values), order: Number(textOf(values, 'place')), version: versionIn(values) };
  const { data: body, error } = programmeChangeSchema.safeParse(given);
  if (!body) return failFields(event, errorsOf(error), { about, values });
  return act(event, form, about, async (api) => {
    await api.programme.changeProgramme({ params: { code: textOf(values, 'code') }, body });
    forgetProgrammes();
  });
}

function retire(event: RequestEvent) {
  return end(event, 'retireProgramme');
}

function restore(event: RequestEvent) {
  return end(event, 'restoreProgramme');
}

async function end(event: RequestEvent, move: 'retireProgramme' | 'restoreProgramme') {
  const form = await event.request.formData();
  const values = valuesOf(form);
  const code = textOf(values, 'code');
  const about = `end-${code}`;
  const given = { reason: textOf(values, 'reason'), version: versionIn(values) };
  const { data: body, error } = retirementSchema.safeParse(given);
  if (!body) return failFields(event, errorsOf(error), { about, values });
  return act(event, form, about, async (api) => {
    await api.programme[move]({ params: { code }, body });
    forgetProgrammes();
  });
}

function textsIn(values: FormValues) {
  const day = (name: string) => textOf(values, name) || null;
  return {
    name: textOf(values, 'nameVi'),
    nameEn: textOf(values, 'nameEn'),
    short: textOf(values, 'shortVi'),
    shortEn: textOf(values, 'shortEn'),
    description: textOf(values, 'aboutVi'),
    descriptionEn: textOf(values, 'aboutEn'),
    from: day('from'),
    to: day('to'),
    restricted: textOf(values, 'restricted') === 'on',
    reason: textOf(values, 'reason'),
  };
}

function versionIn(values: FormValues): number {
  return Number(textOf(values, 'version'));
}

/** A field of the form by the path of the schema. */
const fieldOf: Record<string, string> = {
  '/code': '/programmeCode',
  '/name': '/nameVi',
  '/short': '/shortVi',
  '/description': '/aboutVi',
  '/descriptionEn': '/aboutEn',
  '/order': '/place',
};

function errorsOf(error: Parameters<typeof fieldErrors>[0]) {
  return fieldErrors(error).map((one) => ({ ...one, path: fieldOf[one.path] ?? one.path }));
}
