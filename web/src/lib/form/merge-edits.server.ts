/**
 * Two people edit the same: what one did not touch is taken from the newer version, and only what both changed is asked about. The form
 * carries a fingerprint of each field as it was opened, its base.
 */
import { createHash } from 'node:crypto';
import { ProblemError } from '@hanoi/core/api/client';
import type { RequestEvent } from '@sveltejs/kit';
import { languageOfPath } from '$lib/language/path';
import { programmeViews } from '$lib/programme/programme-view';
import { programmesFor } from '$lib/server/programmes';
import { failConflict } from './edit-version.server';
import type { FormValues } from './form-answer';
import { listOf, textOf } from './form-values';

/** Inputs that people know as one field. All others are a field each. */
const oneField: Record<string, readonly string[]> = {
  point: ['lng', 'lat'],
  images: ['imageId', 'imageAlt', 'imageThumbnail'],
};
/** Inputs that are no part of what was written. */
const aside: readonly string[] = ['version', 'base', 'key'];

type Base = Record<string, string>;

/** The values of a form that is opened to edit, with their fingerprints. */
export function withBase(values: FormValues): FormValues {
  return { ...values, base: JSON.stringify(baseOf(values, fieldsOf(values))) };
}

/** Takes into `mine` what only the newer version changed, with its number. Returns the fields that both changed. */
export function mergeInto(mine: FormValues, newest: FormValues): string[] {
  if (textOf(mine, 'version') === textOf(newest, 'version')) return [];
  const names = fieldsOf(newest);
  const [base, here, there] = [readBase(mine), baseOf(mine, names), baseOf(newest, names)];
  const differing = names.filter((name) => here[name] !== there[name]);
  const isUntouched = (name: string) => base[name] === here[name];
  for (const name of differing.filter(isUntouched))
    for (const input of inputsOf(name)) mine[input] = newest[input] ?? (Array.isArray(mine[input]) ? [] : '');
  const conflicts = differing.filter((name) => !isUntouched(name) && base[name] !== there[name]);
  Object.assign(mine, { version: textOf(newest, 'version'), base: textOf(newest, 'base') });
  return conflicts;
}

type Edited<Subject> = {
  kept: { about: string; values: FormValues };
  read: () => Promise<Subject>;
  valuesOf: (subject: Subject) => FormValues;
  /** Saves `kept.values` over `present`. Redirects when it is done. */
  save: (present: Subject) => Promise<unknown>;
};

const mostTries = 3;

/** Saves an edit on the newest version; answers the form where both changed the same. @throws ProblemError */
export async function saveMerged<Subject>(event: RequestEvent, { kept, read, valuesOf, save }: Edited<Subject>) {
  for (let attempt = 1; ; attempt++) {
    const present = await read();
    const newest = valuesOf(present);
    const conflicts = mergeInto(kept.values, newest);
    if (conflicts.length > 0) {
      const programmes = programmeViews(await programmesFor(event), languageOfPath(event.url.pathname));
      return failConflict(event, kept, newest, conflicts, programmes);
    }
    try {
      return await save(present);
    } catch (thrown) {
      // Somebody was faster once more.
      const isConflict = thrown instanceof ProblemError && thrown.problem.code === 'version_conflict';
      if (!isConflict || attempt === mostTries) throw thrown;
    }
  }
}

/** Every field that the form of a kind holds. */
function fieldsOf(values: FormValues): string[] {
  const known = Object.entries(oneField);
  const fields = Object.keys(values)
    .filter((input) => !aside.includes(input))
    .map((input) => known.find(([, inputs]) => inputs.includes(input))?.[0] ?? input);
  return [...new Set(fields)];
}

function inputsOf(field: string): readonly string[] {
  return oneField[field] ?? [field];
}

function baseOf(values: FormValues, fields: readonly string[]): Base {
  return Object.fromEntries(fields.map((field) => [field, print(values, inputsOf(field))]));
}

/** Line ends and blanks at the ends are the browser's, not the writer's; thumbnails follow from ids. */
function print(values: FormValues, inputs: readonly string[]): string {
  const said = inputs
    .filter((input) => input !== 'imageThumbnail')
    .map((input) => [textOf(values, input).replace(/\r\n/g, '\n').trim(), listOf(values, input)]);
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 12);
}

function readBase(values: FormValues): Base {
  try {
    return Object(JSON.parse(textOf(values, 'base') || '{}')) as Base;
  } catch {
    // Not ours: everything that differs is asked about.
    return {};
  }
}
