/** Flags: what is switched off, what every page says, who set what; setting one. */
import { type NewFlag, newBannerSchema, newEidSchema, newSwitchSchema } from '@hanoi/core/flag/schema';
import type { z } from '@hanoi/core/shared/zod';
import type { Actions, RequestEvent } from '@sveltejs/kit';
import { act } from '$lib/admin/act.server';
import { textOf, valuesOf } from '$lib/form/form-values';
import { timeTyped } from '$lib/form/hanoi-time';
import { fieldErrors } from '$lib/form/schema-errors.server';
import { apiFor } from '$lib/server/api';
import { failFields, throwPage } from '$lib/server/problems';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async (event) => {
  await event.parent();
  try {
    const found = await apiFor(event).flag.getFlagChanges();
    return { ...found, now: Date.now(), isDone: event.url.searchParams.has('done') };
  } catch (thrown) {
    throwPage(event, thrown);
  }
};

export const actions = { turn, banner, removeBanner, eid } satisfies Actions;

async function turn(event: RequestEvent) {
  const form = await event.request.formData();
  const name = String(form.get('name') ?? '');
  return set(event, form, name, newSwitchSchema, { name, value: form.get('value') === 'on' });
}

async function banner(event: RequestEvent) {
  const form = await event.request.formData();
  const values = valuesOf(form);
  const times = (['from', 'until'] as const).map((name) => [name, timeTyped(textOf(values, name))] as const);
  const given = Object.fromEntries(times.filter(([, time]) => time !== undefined));
  const value = { vi: textOf(values, 'textVi'), en: textOf(values, 'textEn'), ...given };
  return set(event, form, 'banner', newBannerSchema, { name: 'banner', value });
}

async function removeBanner(event: RequestEvent) {
  const form = await event.request.formData();
  return set(event, form, 'removeBanner', newBannerSchema, { name: 'banner', value: null });
}

async function eid(event: RequestEvent) {
  const form = await event.request.formData();
  return set(event, form, 'eid', newEidSchema, { name: 'eid', value: form.getAll('act').map(String) });
}

/** A field of the form by the path of the schema. */
const fieldOf: Record<string, string> = {
  '/value/vi': '/textVi',
  '/value/en': '/textEn',
  '/value/from': '/from',
  '/value/until': '/until',
};

async function set(event: RequestEvent, form: FormData, about: string, schema: z.ZodType<NewFlag>, flag: object) {
  const version = Number(form.get('version'));
  const { data: body, error } = schema.safeParse({ ...flag, version, reason: String(form.get('reason') ?? '') });
  if (body) return act(event, form, about, (api) => api.flag.setFlag({ body }));
  const errors = fieldErrors(error).map((one) => ({ ...one, path: fieldOf[one.path] ?? one.path }));
  return failFields(event, errors, { about, values: valuesOf(form) });
}
