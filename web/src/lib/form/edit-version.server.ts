/** Editing what others may edit too: what changed, and how two versions differ. */
import { isDeepStrictEqual } from 'node:util';
import { wardNames } from '@hanoi/core/ward/names';
import { errorMessages } from '@hanoi/i18n/errors';
import { formatLongDay } from '@hanoi/i18n/language';
import { fail, type RequestEvent } from '@sveltejs/kit';
import { languageOfPath } from '$lib/language/path';
import { type ProgrammeView, programmeOf } from '$lib/programme/programme-view';
import type { ComposeAnswer, Difference } from './compose-answer';
import type { FormValues } from './form-answer';
import { listOf, textOf } from './form-values';

/** The fields of `wanted` that are not so in `present` already, among `names`. */
export function changesOf<Fields extends object, Name extends keyof Fields>(
  wanted: Fields,
  present: Pick<Fields, Name>,
  names: readonly Name[],
): Partial<Pick<Fields, Name>> {
  const changed = names.filter((name) => !isDeepStrictEqual(wanted[name], present[name]));
  return Object.fromEntries(changed.map((name) => [name, wanted[name]])) as Partial<Pick<Fields, Name>>;
}

type Kept = { about: string; values: FormValues };

/**
 * What the form answers when `newest` came meanwhile and both changed the `fields`: how they differ, and everything typed, with the
 * newest version's number, so that sending it again puts what was typed in its place.
 */
export function failConflict(
  event: RequestEvent,
  { about, values }: Kept,
  newest: FormValues,
  fields: readonly string[],
  programmes: readonly ProgrammeView[],
) {
  const language = languageOfPath(event.url.pathname);
  const problem = { code: 'version_conflict', ...errorMessages[language].version_conflict };
  const said = (given: FormValues, name: string) => shown(given, name, language, programmes);
  const conflict = fields
    .map((name): Difference => ({ name, mine: said(values, name), theirs: said(newest, name) }))
    .filter((both) => both.mine !== both.theirs);
  return fail(409, {
    about,
    values: { ...values, version: textOf(newest, 'version') },
    problem,
    conflict,
  } satisfies ComposeAnswer);
}

/** A field as people read it. */
function shown(values: FormValues, name: string, language: 'vi' | 'en', programmes: readonly ProgrammeView[]): string {
  const text = textOf(values, name).replace(/\r\n/g, '\n').trim();
  if (name === 'programme') return text && programmeOf(programmes, text).name;
  if (name === 'ward') return wardNames[text]?.[language === 'vi' ? 0 : 1] ?? '';
  if (name === 'point') return [textOf(values, 'lat'), textOf(values, 'lng')].filter(Boolean).join(', ');
  if (name === 'closesAt') return text && formatLongDay(language, `${text}T05:00:00Z`);
  if (name !== 'images') return text;
  const alts = listOf(values, 'imageAlt');
  return listOf(values, 'imageId')
    .map((id, index) => `${index + 1}. ${alts[index] || id.slice(-6)}`)
    .join('\n');
}
