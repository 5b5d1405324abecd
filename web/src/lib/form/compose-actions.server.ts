/** Form actions of every page that writes: preview, images. Each answers with the form as it was typed. */

import { altLength, uploadUrl } from '@hanoi/core/card/image';
import { textLimits } from '@hanoi/core/card/schema';
import { renderMarkdown } from '@hanoi/core/shared/markdown';
import { cleanText } from '@hanoi/core/shared/text';
import type { Actions, RequestEvent } from '@sveltejs/kit';
import { languageOfPath } from '$lib/language/path';
import { withSignIn } from '$lib/server/sign-in';
import { proseHtml } from '$lib/subject/prose.server';
import type { ComposeAnswer } from './compose-answer';
import type { FormValues } from './form-answer';
import { listOf, textOf, valuesOf } from './form-values';

/** The actions `preview`, `upload` and `removeImage`. The page's own script sends the images; without it they have a page of their own. */
export const composeActions = { preview, upload, removeImage } satisfies Actions;

async function preview(event: RequestEvent) {
  const values = valuesOf(await event.request.formData());
  const body = cleanText(textOf(values, 'body')).slice(0, textLimits.body[1]);
  const html = proseHtml(renderMarkdown(body), languageOfPath(event.url.pathname));
  return { about: 'preview', values, preview: html } satisfies ComposeAnswer;
}

/** Signs in whoever wants to add images, and changes nothing else. */
async function upload(event: RequestEvent) {
  const form = await event.request.formData();
  const kept = { about: 'upload', values: valuesOf(form) };
  return withSignIn(event, form, kept, async () => kept satisfies ComposeAnswer);
}

async function removeImage(event: RequestEvent) {
  const values = valuesOf(await event.request.formData());
  const { imageRemove, ...rest } = values;
  const images = imagesOf(values).filter(({ id }) => id !== imageRemove);
  return { about: 'removeImage', values: { ...rest, ...imageValues(images) } } satisfies ComposeAnswer;
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
