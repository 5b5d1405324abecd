/** Form actions of every page that writes: preview, images. Each answers with the form as it was typed. */

import { altLength, imageLimit, uploadUrl } from '@hanoi/core/card/image';
import { textLimits } from '@hanoi/core/card/schema';
import { renderMarkdown } from '@hanoi/core/shared/markdown';
import { cleanText } from '@hanoi/core/shared/text';
import type { Actions, RequestEvent } from '@sveltejs/kit';
import { languageOfPath } from '$lib/language/path';
import { failFields } from '$lib/server/problems';
import { withSignIn } from '$lib/server/sign-in';
import { uploadImage } from '$lib/server/upload';
import { proseHtml } from '$lib/subject/prose.server';
import type { ComposeAnswer } from './compose-answer';
import type { FormValues } from './form-answer';
import { listOf, textOf, valuesOf } from './form-values';

/** The actions `preview`, `upload` and `removeImage`. */
export const composeActions = { preview, upload, removeImage } satisfies Actions;

async function preview(event: RequestEvent) {
  const values = valuesOf(await event.request.formData());
  const body = cleanText(textOf(values, 'body')).slice(0, textLimits.body[1]);
  const html = proseHtml(renderMarkdown(body), languageOfPath(event.url.pathname));
  return { about: 'preview', values, preview: html } satisfies ComposeAnswer;
}

async function upload(event: RequestEvent) {
  const form = await event.request.formData();
  const kept = { about: 'upload', values: valuesOf(form) };
  if (hasTooMany(form, kept.values)) return tooMany(event, kept);
  return withSignIn(event, form, kept, async () => {
    await takeImages(event, form, kept.values);
    return kept satisfies ComposeAnswer;
  });
}

async function removeImage(event: RequestEvent) {
  const values = valuesOf(await event.request.formData());
  const { imageRemove, ...rest } = values;
  const images = imagesOf(values).filter(({ id }) => id !== imageRemove);
  return { about: 'removeImage', values: { ...rest, ...imageValues(images) } } satisfies ComposeAnswer;
}

/** Whether the form brings more images than there may be. */
export function hasTooMany(form: FormData, values: FormValues): boolean {
  return filesOf(form).length + listOf(values, 'imageId').length > imageLimit;
}

/** The answer to a form with too many images. */
export function tooMany(event: RequestEvent, kept: { about: string; values: FormValues }) {
  return failFields(event, [{ path: '/images', code: 'too_big', message: '' }], kept);
}

/**
 * Uploads the files of the form, one after another, and puts them among its images: what is up already stays when a
 * later one fails.
 * @throws ProblemError
 */
export async function takeImages(event: RequestEvent, form: FormData, values: FormValues): Promise<void> {
  for (const file of filesOf(form)) {
    const { id } = await uploadImage(event, file);
    Object.assign(values, imageValues([...imagesOf(values), { id, alt: '' }]));
  }
}

function filesOf(form: FormData): File[] {
  return form.getAll('file').filter((value) => value instanceof File && value.size > 0) as File[];
}

type ImageInput = { id: string; alt: string };

/** The images of a form, with what each shows. */
export function imagesOf(values: FormValues): ImageInput[] {
  const alts = listOf(values, 'imageAlt');
  return listOf(values, 'imageId').map((id, index) => ({ id, alt: (alts[index] ?? '').slice(0, altLength[1]) }));
}

/** The other way round: the fields that hold these images. */
export function imageValues(images: readonly ImageInput[]): FormValues {
  return {
    imageId: images.map(({ id }) => id),
    imageAlt: images.map(({ alt }) => alt),
    imageThumbnail: images.map(({ id }) => uploadUrl(id, 'thumbnail')),
  };
}
