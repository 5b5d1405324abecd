/** Finds the ward somebody typed the name of, for forms that let one choose a ward. */
import type { RequestEvent } from '@sveltejs/kit';
import type { ComposeAnswer } from '$lib/form/compose-answer';
import type { FormAnswer, FormValues } from '$lib/form/form-answer';
import { textOf, valuesOf } from '$lib/form/form-values';
import { languageOfPath } from '$lib/language/path';
import { sharedApiFor } from '$lib/server/api';
import { failFields, failWith } from '$lib/server/problems';
import { findWards, indexWards, theWard, type WardMatch } from './match';

/** The action `findWard`: chooses the ward in the form, or answers with those it could be. */
export async function findWard(event: RequestEvent) {
  const kept = { about: 'findWard', values: valuesOf(await event.request.formData()) };
  try {
    const matches = await resolveWard(event, { ...kept.values, ward: '' }, kept.values);
    if (matches?.length === 0) return failFields(event, [unclear(matches)], kept);
    return { ...kept, ...(matches && { wardMatches: matches }) } satisfies ComposeAnswer;
  } catch (thrown) {
    return failWith(event, thrown, kept);
  }
}

/**
 * Takes a typed name of a ward for the ward it means, before a form is sent on. Answers the form when the name is
 * unknown or could mean several; undefined when all is clear.
 * @throws ProblemError
 */
export async function clearWard(event: RequestEvent, kept: Pick<FormAnswer, 'about' | 'values'>) {
  const matches = await resolveWard(event, kept.values, kept.values);
  if (!matches) return undefined;
  const failure = failFields(event, [unclear(matches)], kept);
  return { ...failure, data: { ...failure.data, wardMatches: matches } satisfies ComposeAnswer };
}

/** Puts the ward that `typed` means into `values`, and returns nothing; else the wards it could mean. */
async function resolveWard(
  event: RequestEvent,
  typed: FormValues,
  values: FormValues,
): Promise<WardMatch[] | undefined> {
  const query = textOf(typed, 'wardQuery').trim();
  if (!query || textOf(typed, 'ward')) return undefined;
  const { items } = await sharedApiFor(event).ward.listWards();
  const isEnglish = languageOfPath(event.url.pathname) === 'en';
  const wards = indexWards(items.map((ward) => (isEnglish ? { ...ward, name: ward.nameEn } : ward)));
  const meant = theWard(wards, query);
  if (!meant) return findWards(wards, query, 30);
  Object.assign(values, { ward: meant.code, wardQuery: '' });
  return undefined;
}

function unclear(matches: readonly WardMatch[]) {
  const code = matches.length === 0 ? 'unknown' : matches.length === 1 ? 'likely' : 'several';
  return { path: '/ward', code, message: code };
}
