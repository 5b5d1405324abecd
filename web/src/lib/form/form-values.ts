/** What is typed into a form, by field: read alike from a request, from the page, and from a draft. */
import type { FormValues } from './form-answer';

/** Fields that hold several values: one for each image, or for each thing that is marked or chosen. */
const listNames: readonly string[] = [
  'imageId',
  'imageAlt',
  'imageThumbnail',
  'pictures',
  'item',
  'wards',
  'programmes',
];
/** Field names of ours; nothing else that is sent goes back into a page. */
const ownName = /^[a-z][a-zA-Z]{0,30}$/;

/** Everything typed but files and what belongs to signing in. */
export function valuesOf(form: FormData): FormValues {
  const values: FormValues = {};
  for (const name of new Set(form.keys())) {
    if (!ownName.test(name) || name.startsWith('signIn')) continue;
    const texts = form.getAll(name).filter((value) => typeof value === 'string');
    if (listNames.includes(name)) values[name] = texts;
    else if (texts.length > 0) values[name] = texts[0] as string;
  }
  return values;
}

/** The text of a field; empty when there is none. */
export function textOf(values: FormValues, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}

/** The texts of a field that holds several. */
export function listOf(values: FormValues, name: string): string[] {
  const value = values[name];
  return Array.isArray(value) ? value : [];
}
