/** The form of a solution: what it says when sent, what it holds of a solution to be edited. */

import { randomUUID } from 'node:crypto';
import { imageLimit } from '@hanoi/core/card/image';
import { tagLimit } from '@hanoi/core/card/schema';
import type { FieldError } from '@hanoi/core/shared/app-error';
import { lacksOf } from '@hanoi/core/shared/complete';
import { speaksFor } from '@hanoi/core/shared/membership';
import { completeSolution, type NewSolution, newSolutionSchema, type Solution } from '@hanoi/core/solution/schema';
import { imagesOf, imageValues } from '$lib/form/compose-actions.server';
import type { FormValues } from '$lib/form/form-answer';
import { textOf } from '$lib/form/form-values';
import { withBase } from '$lib/form/merge-edits.server';
import { fieldErrors, splitTags } from '$lib/form/schema-errors.server';
import type { Viewer } from '$lib/ui/viewer';

/** What the form offers this person. */
export function solutionFormData(person: Viewer | null) {
  const organisations = (person?.memberships ?? []).filter(speaksFor);
  return {
    organisations: organisations.map(({ id, name }) => ({ id, name })),
    limits: { tags: tagLimit, images: imageLimit },
  };
}

/** An empty form. Its key makes one solution of it, however often it is sent. */
export function emptySolution(): FormValues {
  return { key: randomUUID() };
}

/** A solution as its form holds it. */
export function solutionValues({ version, title, summary, body, tags, images }: Solution): FormValues {
  return withBase({ version: String(version), title, summary, body, tags: tags.join(', '), ...imageValues(images) });
}

type Read = { input: NewSolution; errors: [] } | { input?: undefined; errors: FieldError[] };

/** The solution a form tells of, or what is wrong with it; a draft may be unfinished. */
export function readSolution(values: FormValues, draft: boolean): Read {
  const parsed = newSolutionSchema.safeParse({
    title: textOf(values, 'title'),
    summary: textOf(values, 'summary'),
    body: textOf(values, 'body'),
    tags: splitTags(textOf(values, 'tags')),
    images: imagesOf(values),
    organisation: textOf(values, 'organisation') || null,
  });
  const errors = [...fieldErrors(parsed.error), ...(draft ? [] : lacksOf(completeSolution, values))];
  return parsed.success && errors.length === 0 ? { input: parsed.data, errors: [] } : { errors };
}
