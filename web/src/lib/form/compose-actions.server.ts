/** Form actions of every page that writes: preview, images. Each answers with the form as it was typed. */

import { ProblemError } from '@hanoi/core/api/client';
import { altLength, uploadUrl } from '@hanoi/core/card/image';
import { textLimits } from '@hanoi/core/card/schema';
import type { Client } from '@hanoi/core/contracts';
import { renderMarkdown } from '@hanoi/core/shared/markdown';
import { cleanText } from '@hanoi/core/shared/text';
import type { Actions, RequestEvent } from '@sveltejs/kit';
import { languageOfPath } from '$lib/language/path';
import { apiFor } from '$lib/server/api';
import { withSignIn } from '$lib/server/sign-in';
import { proseHtml } from '$lib/subject/prose.server';
import type { ComposeAnswer, PreviewedData } from './compose-answer';
import type { FormValues } from './form-answer';
import { listOf, textOf, valuesOf } from './form-values';
import { maskedPreview, type Texts } from './masked-preview.server';
import { choiceIn, rememberChoice } from './personal-data-choice.server';

/** The actions `preview`, `upload` and `removeImage`. The page's own script sends the images; without it they have a page of their own. */
export const composeActions = {
  preview: (event: RequestEvent) => preview(event),
  upload,
  removeImage,
} satisfies Actions;

/**
 * The text as its page will show it, with personal data masked or kept as the author chose; sent as it is, the form needs no question then.
 * `readPresent` reads what stands there now, where something is edited.
 */
export async function preview(
  event: RequestEvent,
  readPresent?: (api: Client) => Promise<Texts>,
): Promise<ComposeAnswer> {
  const typed = valuesOf(await event.request.formData());
  const { body, masked } = await maskedPreview(event, typed, await presentOf(event, readPresent));
  const choice: PreviewedData['choice'] = choiceIn(typed) === 'keep' ? 'keep' : 'mask';
  const isFound = masked.length > 0;
  const values = { ...typed, ...rememberChoice(typed, isFound ? choice : undefined) };
  const shown = (choice === 'keep' ? cleanText(textOf(values, 'body')) : body).slice(0, textLimits.body[1]);
  const html = proseHtml(renderMarkdown(shown), languageOfPath(event.url.pathname));
  const personalData = isFound ? { choice, masked } : undefined;
  return { about: 'preview', values, preview: html, personalData };
}

async function presentOf(event: RequestEvent, read?: (api: Client) => Promise<Texts>): Promise<Texts> {
  if (!read) return {};
  try {
    const { title, summary, body } = await read(apiFor(event));
    return { title, summary, body };
  } catch (thrown) {
    // The session ended, say: sending the form tells them.
    if (thrown instanceof ProblemError) return {};
    throw thrown;
  }
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
  const thumbnails = listOf(values, 'imageThumbnail');
  const images = imagesOf(values)
    .map((image, index) => ({ ...image, thumbnailUrl: thumbnails[index] }))
    .filter(({ id }) => id !== imageRemove);
  return { about: 'removeImage', values: { ...rest, ...imageValues(images) } } satisfies ComposeAnswer;
}

type ImageInput = { id: string; alt: string };

/** The images of a form, with what each shows. */
export function imagesOf(values: FormValues): ImageInput[] {
  const alts = listOf(values, 'imageAlt');
  return listOf(values, 'imageId').map((id, index) => ({ id, alt: (alts[index] ?? '').slice(0, altLength[1]) }));
}

/** The other way round: the fields that hold these images. */
export function imageValues(images: readonly (ImageInput & { thumbnailUrl?: string })[]): FormValues {
  return {
    imageId: images.map(({ id }) => id),
    imageAlt: images.map(({ alt }) => alt),
    imageThumbnail: images.map(({ id, thumbnailUrl }) => thumbnailUrl ?? uploadUrl(id, 'thumbnail')),
  };
}
