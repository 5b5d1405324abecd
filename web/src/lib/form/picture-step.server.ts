/**
 * Pictures one by one, on a page of their own, for those without JavaScript: a request holds one picture, and the text was saved before.
 * So nothing typed depends on whether a picture is taken.
 */
import { ProblemError } from '@hanoi/core/api/client';
import { imageLimit } from '@hanoi/core/card/image';
import type { Challenge } from '@hanoi/core/challenge/schema';
import type { Client } from '@hanoi/core/contracts';
import type { Solution } from '@hanoi/core/solution/schema';
import { type SubjectKind, specOf } from '@hanoi/core/subject/kinds';
import { errorMessages } from '@hanoi/i18n/errors';
import { type RequestEvent, redirect } from '@sveltejs/kit';
import { languageOfPath, localPath } from '$lib/language/path';
import { apiFor } from '$lib/server/api';
import { failFields, throwPage, throwProblem } from '$lib/server/problems';
import { requireSignIn, withSignIn } from '$lib/server/sign-in';
import { uploadImage } from '$lib/server/upload';
import { textOf, valuesOf } from './form-values';

type Picture = { id: string; alt: string };
type Calls = {
  get(api: Client, id: string): Promise<Challenge | Solution>;
  edit(api: Client, id: string, body: { version: number; images: Picture[] }): Promise<unknown>;
};

const calls = {
  challenge: {
    get: (api, id) => api.challenge.getChallenge({ params: { id } }),
    edit: (api, id, body) => api.challenge.editChallenge({ params: { id }, body }),
  },
  solution: {
    get: (api, id) => api.solution.getSolution({ params: { id } }),
    edit: (api, id, body) => api.solution.editSolution({ params: { id }, body }),
  },
} as const satisfies { [Kind in SubjectKind]?: Calls };

type Kind = keyof typeof calls;

/** What the page shows. `problem` comes along where a picture was too large to be read at all. */
export async function loadPictures(event: RequestEvent, kind: Kind) {
  const id = event.params.id ?? '';
  const language = languageOfPath(event.url.pathname);
  if (!event.locals.session) requireSignIn(event);
  const subject = await calls[kind].get(apiFor(event), id).catch((thrown) => throwPage(event, thrown));
  if (!subject.viewer?.mayEdit) throwProblem(event, 'not_allowed');
  const path = localPath(language, `/${specOf(kind).path}/${id}`);
  const isTooLarge = event.url.searchParams.get('problem') === 'upload_too_large';
  return {
    title: subject.title,
    images: subject.images,
    most: imageLimit,
    path,
    problem: isTooLarge ? errorMessages[language].upload_too_large : null,
    isAdded: event.url.searchParams.has('added'),
  };
}

/** The actions `add` and `remove` of a page at `…/[id]/pictures`. */
export function pictureActions(kind: Kind) {
  return {
    add: (event: RequestEvent) => add(event, kind),
    remove: (event: RequestEvent) => remove(event, kind),
  };
}

async function add(event: RequestEvent, kind: Kind) {
  const form = await event.request.formData();
  const values = valuesOf(form);
  const kept = { about: 'add', values };
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0)
    return failFields(event, [{ path: '/images', code: 'missing', message: '' }], kept);
  return withSignIn(event, form, kept, async (api) => {
    const { id } = await uploadImage(event, file);
    await change(api, event, kind, (images) => [...images, { id, alt: textOf(values, 'alt') }]);
    redirect(303, `${event.url.pathname}?added#pictures`);
  });
}

async function remove(event: RequestEvent, kind: Kind) {
  const form = await event.request.formData();
  const values = valuesOf(form);
  return withSignIn(event, form, { about: 'remove', values }, async (api) => {
    await change(api, event, kind, (images) => images.filter(({ id }) => id !== textOf(values, 'id')));
    redirect(303, `${event.url.pathname}#pictures`);
  });
}

/** Changes the pictures there are now; again where somebody else edited in between. @throws ProblemError */
async function change(api: Client, event: RequestEvent, kind: Kind, to: (images: Picture[]) => Picture[]) {
  const id = event.params.id ?? '';
  for (let attempt = 1; ; attempt++) {
    const { version, images } = await calls[kind].get(api, id);
    try {
      return await calls[kind].edit(api, id, { version, images: to(images.map(({ id, alt }) => ({ id, alt }))) });
    } catch (thrown) {
      const isConflict = thrown instanceof ProblemError && thrown.problem.code === 'version_conflict';
      if (!isConflict || attempt === 3) throw thrown;
    }
  }
}
